/// From the bot to a person and back: who waits for whom, who took over, and what each may do.
///
/// [HandoffResponder] puts a citizen into a queue, [Counter] is what a clerk can do with a
/// conversation, and [ConsoleApi] is the same over HTTP. Start reading at [Counter].
@NullMarked
package cz.okenko.gateway.handoff;

import org.jspecify.annotations.NullMarked;
