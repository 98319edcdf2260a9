/// What becomes of messages when things go wrong, measured on the real process: it is killed under
/// the load of all channels, its database is slowed, webhooks come faster than it can answer, a full
/// mailbox waits for it. The platforms are small fakes of this package on loopback. Run by
/// `deployment/okenko-faults`, never by the tests. Start reading at [Faults].
@NullMarked
package cz.okenko.faults;

import org.jspecify.annotations.NullMarked;
