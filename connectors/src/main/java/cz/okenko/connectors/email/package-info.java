/// E-mail: reads one mailbox over IMAP and answers over SMTP.
///
/// `access` reaches the servers, `intake` is the way in, `reading` makes sense of a mail's bytes,
/// `threads` tells which mail belongs to which matter, `sending` is the way out. Nothing here
/// decides what is answered; it decides what a machine may never answer. Start reading at
/// [EmailConnector].
@NullMarked
package cz.okenko.connectors.email;

import org.jspecify.annotations.NullMarked;
