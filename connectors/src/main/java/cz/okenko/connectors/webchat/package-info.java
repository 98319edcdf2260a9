/// The web chat: a conversation over plain HTTP, JSON in and server-sent events out.
///
/// The address of a visitor is the hash of a token only the visitor knows. Start reading at
/// [WebChatConnector].
@NullMarked
package cz.okenko.connectors.webchat;

import org.jspecify.annotations.NullMarked;
