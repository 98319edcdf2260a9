package cz.okenko.connectors.messenger;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webclient.api.HttpClientResponse;
import io.helidon.webclient.api.WebClient;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/// Opens files citizens sent. An address is only followed when it is the platform's own: whoever
/// could put another one into a message would have us call into the office's network.
final class Downloads {
  /// Largest file in bytes (FB-15: about 25 MB). Source: "Supported features", Chatwoot
  /// documentation, seen 2026-11-21.
  static final long LARGEST = 25_000_000;

  private static final List<String> HOSTS =
      List.of("fbcdn.net", "fbsbx.com", "facebook.com", "messenger.com");
  private static final URI NOWHERE = URI.create("");
  private static final int MOST_REDIRECTS = 3;
  private static final int LONGEST_NAME = 200;

  private final WebClient client;
  private final URI graph;

  /// @param graph whose host is allowed as well, as it is configured
  Downloads(WebClient client, URI graph) {
    this.client = client;
    this.graph = graph;
  }

  /// @throws FileNotFoundException when the platform has it no more, or it is not the platform's
  /// @throws IOException also from the stream, when the file is larger than [#LARGEST]
  InputStream open(String reference) throws IOException {
    URI uri = allowed(NOWHERE, reference);
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      HttpClientResponse response = request(uri);
      int status = response.status().code();
      if (status == Status.OK_200.code()) {
        return new Limited(response);
      }
      String location = response.headers().value(HeaderNames.LOCATION).orElse("");
      response.close();
      if (status / 100 != 3 || location.isEmpty()) {
        throw failed(status);
      }
      uri = allowed(uri, location);
    }
    throw new FileNotFoundException("the platform sends us around in a circle");
  }

  /// What a link to a file calls it, empty when it has no name.
  static String name(String url) {
    try {
      String path = new URI(url).getPath();
      String name = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
      return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    } catch (URISyntaxException e) {
      return "";
    }
  }

  private HttpClientResponse request(URI uri) throws IOException {
    try {
      return client.get().uri(uri).request();
    } catch (RuntimeException e) {
      // The client throws exceptions of many kinds when the other end does not answer.
      throw new IOException("the platform's file server does not answer", e);
    }
  }

  /// The signed address of a file expires: then its server forbids it (known, not seen).
  private static IOException failed(int status) {
    return status / 100 == 4 && status != Status.TOO_MANY_REQUESTS_429.code()
        ? new FileNotFoundException("the platform has the file no more (" + status + ")")
        : new IOException("the platform's file server answers " + status);
  }

  private URI allowed(URI base, String reference) throws FileNotFoundException {
    try {
      URI uri = base.resolve(new URI(reference));
      String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
      if (configured(uri, host) || ofPlatform(uri, host)) {
        return uri;
      }
      throw new FileNotFoundException("the file is not on the platform");
    } catch (URISyntaxException e) {
      throw new FileNotFoundException("the file has no address");
    }
  }

  private boolean configured(URI uri, String host) {
    return host.equalsIgnoreCase(graph.getHost())
        && uri.getPort() == graph.getPort()
        && graph.getScheme().equals(uri.getScheme());
  }

  private static boolean ofPlatform(URI uri, String host) {
    return "https".equals(uri.getScheme())
        && (uri.getPort() == -1 || uri.getPort() == 443)
        && uri.getRawUserInfo() == null
        && HOSTS.stream().anyMatch(known -> host.equals(known) || host.endsWith("." + known));
  }

  /// The body, which ends with an error when it is too large, and with it the exchange.
  private static final class Limited extends FilterInputStream {
    private final HttpClientResponse response;
    private long left = LARGEST;

    Limited(HttpClientResponse response) {
      super(response.inputStream());
      this.response = response;
    }

    @Override
    public int read() throws IOException {
      return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      return counted(read, read);
    }

    private int counted(int result, int read) throws IOException {
      if (result >= 0) {
        left -= read;
      }
      if (left < 0) {
        throw new IOException("the file is larger than " + LARGEST + " bytes");
      }
      return result;
    }

    @Override
    public void close() throws IOException {
      response.close();
    }
  }
}
