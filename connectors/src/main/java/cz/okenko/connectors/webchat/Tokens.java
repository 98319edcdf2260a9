package cz.okenko.connectors.webchat;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.http.Problem;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/// Tokens of 192 random bits. Only their SHA-256 is kept, as the visitor's address; a token travels
/// in the `Authorization` header and never in a URL.
final class Tokens {
  private static final int BYTES = 24;
  private static final Pattern BEARER = Pattern.compile("Bearer ([A-Za-z0-9_-]{32})");

  private final SecureRandom random = new SecureRandom();

  String make() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static Address address(String token) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
      return new Address(
          WebChatConnector.CHANNEL, Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The address of whoever sent the request.
  ///
  /// @throws cz.okenko.connectors.http.ProblemException of status 401 when there is no token
  static Address address(ServerRequest request) {
    String header = request.headers().value(HeaderNames.AUTHORIZATION).orElse("");
    var bearer = BEARER.matcher(header);
    if (!bearer.matches()) {
      throw unknown();
    }
    return address(bearer.group(1));
  }

  static RuntimeException unknown() {
    return Problem.unauthorised("Open a conversation with POST /api/chat and send its token.")
        .asException();
  }
}
