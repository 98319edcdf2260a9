/// What others may use of the knowledge base: questions in, answers out, and what both consist of.
/// No channel, no HTTP, no texts for the interface. Start reading at
/// [cz.okenko.knowledge.KnowledgeBase].
@NullMarked
package cz.okenko.knowledge;

import org.jspecify.annotations.NullMarked;
