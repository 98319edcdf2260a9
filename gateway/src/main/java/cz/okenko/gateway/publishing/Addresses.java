package cz.okenko.gateway.publishing;

import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Slug;
import java.net.URI;

/// Where the public pages are: Czech ones under `/situace`, the others under their language, the
/// plain-language text of an article beside it.
record Addresses(URI publicUrl) {

  static final String CHAT = "/";

  /// The chat, asking about an article as soon as it opens.
  static String chat(Slug slug) {
    return CHAT + "#situace=" + slug.value();
  }

  String list(Language language) {
    return language == Language.CS ? "/situace" : "/" + language.code() + "/situace";
  }

  String article(Slug slug, Language language) {
    return list(language) + "/" + slug.value();
  }

  String easy(Slug slug) {
    return article(slug, Language.CS) + "/snadne";
  }

  /// The page of the office's people.
  String directory(Language language) {
    return language == Language.CS ? "/urad" : "/" + language.code() + "/urad";
  }

  /// Where on it an agenda stands.
  String people(String agenda, Language language) {
    return directory(language) + "#" + DirectoryPage.anchor(agenda);
  }

  static String photograph(String name) {
    return "/urad/foto/" + name + ".jpg";
  }

  /// The address with the host citizens use, as it is printed and shared.
  String whole(String path) {
    String base = publicUrl.toString();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
  }
}
