/// Which mail belongs to which matter: an address of the e-mail channel is one thread with one
/// participant. Start reading at [Threads].
@NullMarked
package cz.okenko.connectors.email.threads;

import org.jspecify.annotations.NullMarked;
