/// What the gateway and a channel say to each other.
///
/// This module is the only code that speaks foreign protocols; it knows neither the knowledge base
/// nor the gateway. A channel turns a foreign shape into one [InboundMessage], hands it to the
/// [Inbox] and acknowledges to its platform only after that returned. What the office says comes
/// back through [Connector#deliver]. Start reading at [Connector].
@NullMarked
package cz.okenko.connectors;

import org.jspecify.annotations.NullMarked;
