/// The way out: what the office says becomes a mail of plain text and simple HTML, and goes to the
/// mail server. Start reading at [Postman], then [Composer].
@NullMarked
package cz.okenko.connectors.email.sending;

import org.jspecify.annotations.NullMarked;
