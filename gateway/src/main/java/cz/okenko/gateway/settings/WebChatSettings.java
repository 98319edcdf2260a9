package cz.okenko.gateway.settings;

import java.net.URI;
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

    private static Limit read(Section section, Limit usual) {
      return new Limit(
          section.number("burst", usual.burst, 1, MOST),
          section.number("per-second", usual.perSecond, 1, MOST));
    }
  }

  static WebChatSettings read(Section webChat, Section limits) {
    return new WebChatSettings(
        webChat.values("origins", Values::origin),
        Limit.read(limits.section("conversation"), new Limit(30, 2)),
        Limit.read(limits.section("address"), new Limit(500, 50)),
        Limit.read(limits.section("opening"), new Limit(100, 10)));
  }
}
