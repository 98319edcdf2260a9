/// Other programs of the office that are told what happens here, by signed webhooks.
///
/// A [Happened] becomes a row for each [Hook] that wants it, in the transaction of what it tells of
/// ([Dispatches]); the [Dispatcher] takes the rows to the hooks' addresses, whatever ends in between.
/// It is no channel (a citizen speaks over the connector `webhook`), and no feature: whoever makes
/// something happen may use it. Start reading at [Dispatches].
@NullMarked
package cz.okenko.gateway.hook;

import org.jspecify.annotations.NullMarked;
