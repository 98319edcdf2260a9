/// Messenger: private messages to the office's Facebook Pages, over Meta's Messenger Platform.
///
/// The platform brings news to one route, signed over the raw bytes; what the office says is posted
/// to the Graph API. Not here: comments and posts of a Page, Instagram, and anything paid. Rules
/// are told by their number (`FB-09`) as the table in `connectors/README.md` lists them. Start
/// reading at [MessengerConnector].
@NullMarked
package cz.okenko.connectors.messenger;

import org.jspecify.annotations.NullMarked;
