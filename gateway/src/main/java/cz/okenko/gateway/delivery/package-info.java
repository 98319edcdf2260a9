/// What waits to be told to citizens and who tells it.
///
/// Rows enter the [Outbox] in the transaction that decided to speak; the [Courier] takes them to the
/// connectors. It knows channels only by name and conversations not at all.
@NullMarked
package cz.okenko.gateway.delivery;

import org.jspecify.annotations.NullMarked;
