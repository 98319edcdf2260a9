package cz.okenko.connectors.messenger;

import cz.okenko.connectors.ChannelSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What an office settles about Messenger.
///
/// @param appSecret signs what the platform sends, and our calls
/// @param verifyToken the word the platform says when it subscribes
/// @param pageTokens by page id; under [#ANY_PAGE] when there is only one page
/// @param graph where the Graph API is, with its version
/// @param humanAgent whether Meta granted the feature "Human Agent" (FB-11)
/// @param personaPicture address of the picture beside a clerk's name, possibly empty
/// @param machineApps ids of other apps that write on the page by machine
record MessengerSettings(
    String appSecret,
    String verifyToken,
    Map<String, String> pageTokens,
    URI graph,
    boolean humanAgent,
    String personaPicture,
    Set<String> machineApps) {
  static final String ANY_PAGE = "";

  /// The version our calls were written against (FB-21).
  private static final String VERSION = "v25.0";

  private static final String PLATFORM = "https://graph.facebook.com";

  MessengerSettings {
    pageTokens = Map.copyOf(pageTokens);
    machineApps = Set.copyOf(machineApps);
  }

  static MessengerSettings read(ChannelSettings settings) {
    return new MessengerSettings(
        settings.secret("app-secret"),
        settings.secret("verify-token"),
        tokens(settings),
        graph(settings),
        settings.flag("human-agent", false),
        picture(settings),
        Set.copyOf(settings.texts("machine-apps")));
  }

  /// The token that speaks for a page.
  Optional<String> token(String page) {
    return Optional.ofNullable(pageTokens.getOrDefault(page, pageTokens.get(ANY_PAGE)));
  }

  /// One page needs only `page-token`; several are listed in `pages`, each with a secret
  /// `page-token-ID`.
  private static Map<String, String> tokens(ChannelSettings settings) {
    var pages = settings.texts("pages");
    if (pages.isEmpty()) {
      return Map.of(ANY_PAGE, settings.secret("page-token"));
    }
    if (!settings.secretOrEmpty("page-token").isEmpty()) {
      settings.fault(
          "pages", "and a page-token are there; with pages each has its own, page-token-ID");
    }
    var tokens = new HashMap<String, String>();
    for (String page : pages) {
      if (page.matches("[0-9]{1,30}")) {
        tokens.put(page, settings.secret("page-token-" + page));
      } else {
        settings.fault("pages", "must be a list of page ids, which are numbers");
      }
    }
    return tokens;
  }

  private static URI graph(ChannelSettings settings) {
    String version = settings.text("graph-version", VERSION);
    if (!version.matches("v[0-9]{1,3}\\.[0-9]{1,2}")) {
      settings.fault("graph-version", "must be a version of the Graph API such as " + VERSION);
      version = VERSION;
    }
    String url = settings.text("graph-url", PLATFORM);
    if (!url.matches("https://[^/\\s]+|http://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?")) {
      settings.fault("graph-url", "must be an https address without a path");
      url = PLATFORM;
    }
    return URI.create(url + "/" + version);
  }

  private static String picture(ChannelSettings settings) {
    String picture = settings.text("persona-picture", "");
    if (!picture.isEmpty() && !picture.matches("https://\\S+")) {
      settings.fault("persona-picture", "must be an https address of a picture");
    }
    return picture;
  }

  @Override
  public String toString() {
    return "settings of messenger";
  }
}
