/// How the whole house reads JSON from outside, says what is wrong with a request, and signs webhooks.
///
/// It stands with the connectors because they may not know the gateway; the gateway's own routes
/// use it too. Start reading at [Json], [Problem] and [Signatures].
@NullMarked
package cz.okenko.connectors.http;

import org.jspecify.annotations.NullMarked;
