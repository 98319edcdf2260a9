/// The way in: from the mailbox over IMAP to the office's inbox. A mail is on disk as it came
/// before anything else is done with it, and the mailbox is asked for the next one only after the
/// inbox has taken it. Nothing is ever deleted from the mailbox. Start reading at [Reader], then
/// [Intake].
@NullMarked
package cz.okenko.connectors.email.intake;

import org.jspecify.annotations.NullMarked;
