/// How the whole house reads JSON from outside and says what is wrong with a request.
///
/// It stands with the connectors because they may not know the gateway; the gateway's own routes
/// use it too. Start reading at [Json] and [Problem].
@NullMarked
package cz.okenko.connectors.http;

import org.jspecify.annotations.NullMarked;
