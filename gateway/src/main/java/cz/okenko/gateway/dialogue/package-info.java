/// Who answers a citizen's message: one conversation at a time, oldest message first.
///
/// [Dialogue] asks its [Responder]s in order and says what the first of them says. Features bring
/// responders of their own; this package knows none of them. Start reading at [Dialogue].
@NullMarked
package cz.okenko.gateway.dialogue;

import org.jspecify.annotations.NullMarked;
