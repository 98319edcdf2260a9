/// Conversations and their messages: the one place where what was said and who may speak is kept.
///
/// Messages come in through [Conversations#accept] and the office speaks through
/// [Conversations#step], which decides on the conversation as it stands and stores state,
/// transcript and outbox in one transaction. It knows no feature. Start reading at
/// [ConversationState] and [Conversations].
@NullMarked
package cz.okenko.gateway.conversation;

import org.jspecify.annotations.NullMarked;
