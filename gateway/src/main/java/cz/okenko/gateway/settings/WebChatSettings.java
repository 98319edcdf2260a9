package cz.okenko.gateway.settings;

import cz.okenko.connectors.webchat.WebChatLimits;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Which other websites may embed the chat (their exact origins), and how fast one may write.
public record WebChatSettings(
    List<URI> origins, Limit perConversation, Limit perAddress, Limit openingPerAddress) {

  public WebChatSettings {
    origins = List.copyOf(origins);
  }

  /// So many at once, then so many each second.
  public record Limit(int burst, int perSecond) {
    private static final int MOST = 1_000_000;

    private WebChatLimits.Rate rate() {
      return new WebChatLimits.Rate(burst, perSecond);
    }

    private static Limit read(Section section, Limit usual) {
      return new Limit(
          section.number("burst", usual.burst, 1, MOST),
          section.number("per-second", usual.perSecond, 1, MOST));
    }
  }

  /// What the web chat is made with: our own origin is always on the list, and at home `localhost`
  /// and `127.0.0.1` are the same place.
  public WebChatLimits limits(URI publicUrl) {
    var allowed = new ArrayList<>(origins);
    allowed.add(publicUrl);
    if (publicUrl.getHost().equals("localhost")) {
      allowed.add(URI.create(publicUrl.toString().replace("localhost", "127.0.0.1")));
    }
    return new WebChatLimits(
        allowed, perConversation.rate(), perAddress.rate(), openingPerAddress.rate());
  }

  static WebChatSettings read(Section webChat, Section limits) {
    return new WebChatSettings(
        webChat.values("origins", Values::origin),
        Limit.read(limits.section("conversation"), new Limit(30, 2)),
        Limit.read(limits.section("address"), new Limit(500, 50)),
        Limit.read(limits.section("opening"), new Limit(100, 10)));
  }
}
