package cz.okenko.gateway.settings;

import cz.okenko.gateway.directory.Role;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Slug;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/// Reads single values; an IllegalArgumentException says, after the value, what is wrong with it.
final class Values {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

  private Values() {}

  /// A word that names something in keys and addresses, such as `evidence-obyvatel`.
  static String name(String text) {
    if (!NAME.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "may hold only lower-case letters, digits, dashes and dots, such as “jana.novotna”");
    }
    return text;
  }

  static Slug slug(String text) {
    if (!Slug.isSlug(text)) {
      throw new IllegalArgumentException("is not the slug of an article, such as “poplatek-pes”");
    }
    return new Slug(text);
  }

  static Language language(String text) {
    return Language.of(text)
        .orElseThrow(() -> new IllegalArgumentException("is not one of cs, en, uk, de"));
  }

  static Role role(String text) {
    return Role.of(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException("is not one of clerk, editor, supervisor, admin"));
  }

  /// An address of a page.
  static URI page(String text) {
    URI uri = uri(text);
    if (!"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme())) {
      throw new IllegalArgumentException("is not a web address beginning with https://");
    }
    return uri;
  }

  /// Scheme, host and port alone.
  static URI origin(String text) {
    URI page = page(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    if (!page.getRawPath().isEmpty() || page.getRawQuery() != null || page.getHost() == null) {
      throw new IllegalArgumentException("must end after the host, such as “https://www.obec.cz”");
    }
    return page;
  }

  /// A network address in digits; names are not looked up.
  static InetAddress address(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException notAnAddress) {
      throw new IllegalArgumentException(
          "is not a network address, such as “10.0.0.2” or “::1”", notAnAddress);
    }
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException notAnAddress) {
      throw new IllegalArgumentException("is not a web address", notAnAddress);
    }
  }
}
