package cz.okenko.knowledge.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Leaves of a text what is written for a reader: tags with all inside them, scripts and style
/// sheets, addresses of pages, placeholders of templates, calls and conditions are meant for a
/// machine, and nobody asks about the `input` or the `body` they name.
final class Prose {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;

  /// In the order in which they are taken out; none looks further than the next sign that may begin
  /// another, so that no text takes long.
  private static final List<Pattern> CODE =
      List.of(
          // a script or a style sheet, to its end or to that of the text
          pattern("<(script|style)\\b[^>]*>.*?(?:</\\1\\b|$)"),
          // {{x}}, ${x}, #{x}, {% x %}, <% x %>, $(x)
          pattern("\\{\\{[^{}]*}}|[$#@*]\\{[^{}]*}|\\{%[^{}]*%}|<%[^<>]*%>|\\$\\([^()]*\\)"),
          // a tag; who puts a sentence between such signs is read, and <3 is love
          pattern("</[a-z][^<>]*>?|<[!?][a-z\\[-][^<>]*>"),
          pattern("<[a-z][a-z0-9:-]*/?>|<[a-z%][^<>=]*=[^<>]*>"),
          // the same when it never ends: <input type=submit
          pattern("<[a-z][a-z0-9:-]*[\\s/]+[a-z][a-z0-9:-]*=[^<>]*"),
          // the address of a page
          pattern("\\b(?:https?://|www\\.)\\S*"),
          // what a page carries out instead of showing
          pattern("\\bjavascript:\\S*"),
          pattern("\\b(?:alert|prompt|confirm|eval|settimeout|fromcharcode)[(`]\\S*"),
          // a condition that is always true, as it is put into a query
          pattern("['\")]\\s?(?:or|and)\\s['\"]?\\w*['\"]?\\s?=\\s?['\"]?\\w*"));

  private static final String MARKS = "<>{}[]()=;|&%$#\"'`^~+\\";
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern JOINT =
      Pattern.compile("(?<=[\\p{L}\\p{N}])[^\\p{L}\\p{N}]++(?=[\\p{L}\\p{N}])");
  private static final int FEWEST_JOINTS = 3;

  private Prose() {}

  private static Pattern pattern(String code) {
    return Pattern.compile(code, FLAGS);
  }

  /// The text without code.
  static String of(String text) {
    String rest = text;
    for (Pattern code : CODE) {
      rest = code.matcher(rest).replaceAll(" ");
    }
    return WORD.matcher(rest)
        .replaceAll(word -> isCode(word.group()) ? " " : Matcher.quoteReplacement(word.group()));
  }

  /// Such as `window['pro'%2B'mpt'](8)`: marks of code joining letters in several places.
  private static boolean isCode(String word) {
    return JOINT.matcher(word).results()
            .filter(joint -> hasMark(joint.group()))
            .limit(FEWEST_JOINTS)
            .count()
        == FEWEST_JOINTS;
  }

  private static boolean hasMark(String text) {
    return text.chars().anyMatch(c -> MARKS.indexOf(c) >= 0);
  }
}
