/// What waits to be told to citizens and who tells it.
///
/// Rows enter the [Outbox] in the transaction that decided to speak; the [Courier] takes them to the
/// connectors. It knows channels only by name, and of conversations only what a citizen wrote last,
/// because a channel must know what a message follows.
@NullMarked
package cz.okenko.gateway.delivery;

import org.jspecify.annotations.NullMarked;
