/// Full-text search over transcripts, for clerks. It is not the search that answers citizens' questions:
/// that is in the knowledge base. Start at [TranscriptIndex].
@NullMarked
package cz.okenko.gateway.search;

import org.jspecify.annotations.NullMarked;
