package cz.okenko.gateway.publishing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// HTML made of elements, attributes and text. Text and values are escaped by the only code that
/// writes them; there is no way to put in markup as a string, no attribute that holds script, and an
/// address that is neither of this site nor of a harmless kind becomes `#`.
final class Html {
  private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9-]*");
  private static final Set<String> EMPTY = Set.of("meta", "link", "img", "input", "br", "hr");
  private static final Set<String> ADDRESSES = Set.of("href", "src", "action");
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");
  private static final Set<String> FORBIDDEN = Set.of("script", "style", "iframe", "object", "base");

  private Html() {}

  /// What an element is made of.
  sealed interface Part permits Attribute, Markup {}

  /// What can stand between tags.
  sealed interface Markup extends Part {}

  /// A name with its value, which is never seen as anything but text.
  record Attribute(String name, String value) implements Part {
    Attribute {
      if (!NAME.matcher(name).matches() || name.startsWith("on") || name.equals("style")) {
        throw new IllegalArgumentException("no attribute for a page: " + name);
      }
      value = ADDRESSES.contains(name) ? address(value) : value;
    }
  }

  /// Text as somebody wrote it.
  record Text(String text) implements Markup {}

  /// Several things after one another.
  record Row(List<Markup> parts) implements Markup {
    Row {
      parts = List.copyOf(parts);
    }
  }

  /// A tag with what is in it.
  record Element(String name, List<Attribute> attributes, List<Markup> content)
      implements Markup {
    Element {
      attributes = List.copyOf(attributes);
      content = List.copyOf(content);
    }
  }

  /// Data in a script element, which no browser runs; `<` is written as JSON does it.
  record LinkedData(String json) implements Markup {}

  static Element el(String name, Part... parts) {
    if (!NAME.matcher(name).matches() || FORBIDDEN.contains(name)) {
      throw new IllegalArgumentException("no element for a page: " + name);
    }
    List<Attribute> attributes = new ArrayList<>();
    List<Markup> content = new ArrayList<>();
    for (Part part : parts) {
      switch (part) {
        case Attribute attribute -> attributes.add(attribute);
        case Markup markup -> content.add(markup);
      }
    }
    return new Element(name, attributes, content);
  }

  static Attribute at(String name, String value) {
    return new Attribute(name, value);
  }

  static Markup text(String text) {
    return new Text(text);
  }

  static Markup row(Markup... parts) {
    return new Row(Arrays.asList(parts));
  }

  static Markup row(List<? extends Markup> parts) {
    return new Row(List.copyOf(parts));
  }

  static Markup nothing() {
    return new Row(List.of());
  }

  /// The whole document, with its doctype.
  static String document(Element root) {
    var out = new StringBuilder(16_384).append("<!doctype html>\n");
    write(root, out);
    return out.append('\n').toString();
  }

  static void write(Markup markup, StringBuilder out) {
    switch (markup) {
      case Text(String text) -> escape(text, out);
      case Row(List<Markup> parts) -> parts.forEach(part -> write(part, out));
      case Element element -> element(element, out);
      case LinkedData(String json) ->
          out.append("<script type=\"application/ld+json\">")
              .append(json.replace("<", "\\u003c"))
              .append("</script>");
    }
  }

  private static void element(Element element, StringBuilder out) {
    out.append('<').append(element.name());
    for (Attribute attribute : element.attributes()) {
      out.append(' ').append(attribute.name()).append("=\"");
      escape(attribute.value(), out);
      out.append('"');
    }
    out.append('>');
    if (!EMPTY.contains(element.name())) {
      element.content().forEach(part -> write(part, out));
      out.append("</").append(element.name()).append('>');
    }
  }

  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\0' -> out.append('\ufffd');
        default -> out.append(c);
      }
    }
  }

  private static String address(String value) {
    if (value.startsWith("#") || value.startsWith("?")) {
      return value;
    }
    if (value.startsWith("/")) {
      return value.startsWith("//") || value.startsWith("/\\") ? "#" : value;
    }
    try {
      String scheme = new URI(value).getScheme();
      return scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT)) ? value : "#";
    } catch (URISyntaxException e) {
      return "#";
    }
  }
}
