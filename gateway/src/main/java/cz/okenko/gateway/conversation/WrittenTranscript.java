package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Transcript.Author;
import cz.okenko.connectors.Transcript.Card;
import cz.okenko.connectors.Transcript.Enclosed;
import cz.okenko.connectors.Transcript.Line;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.directory.Office;
import cz.okenko.knowledge.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A transcript as text for people: who said what and when, in the office's time, with the law and the
/// links that stood under an answer.
final class WrittenTranscript {
  private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]\\n]+)]\\(([^()\\s]*)\\)");

  private final Office office;
  private final Texts texts;

  WrittenTranscript(Office office, Texts texts) {
    this.office = office;
    this.texts = texts;
  }

  /// What stands above the lines.
  ///
  /// @param receipt the code of the matter, possibly empty
  record Head(Language language, Instant written, String receipt) {}

  String of(Head head, List<Line> lines) {
    Language language = head.language;
    var text = new StringBuilder();
    ZonedDateTime now = local(head.written);
    text.append(texts.text(language, "transcript.title", office.name())).append('\n');
    text.append(texts.text(language, "transcript.written", day(now, language), time(now, language)))
        .append('\n');
    if (!head.receipt.isEmpty()) {
      text.append(texts.text(language, "transcript.receipt", head.receipt)).append('\n');
    }
    LocalDate day = LocalDate.MIN;
    for (Line line : lines) {
      ZonedDateTime at = local(line.at());
      if (!at.toLocalDate().equals(day)) {
        day = at.toLocalDate();
        text.append("\n— ").append(day(at, language)).append(" —\n");
      }
      text.append('\n').append(time(at, language)).append("  ").append(who(line, language));
      text.append('\n').append(words(line)).append('\n');
      line.files()
          .forEach(
              file ->
                  text.append(texts.text(language, "transcript.file", file.name(), kilobytes(file)))
                      .append('\n'));
      beneath(text, line.card(), language);
    }
    return text.toString();
  }

  private void beneath(StringBuilder text, Card card, Language language) {
    for (var source : card.sources()) {
      String law = source.statute() + (source.paragraph().isEmpty() ? "" : ", " + source.paragraph());
      text.append(texts.text(language, "transcript.law", law)).append('\n');
    }
    card.links().forEach(link -> text.append(link.label() + ": " + link.url() + "\n"));
    if (!card.handler().footer().isEmpty()) {
      text.append(card.handler().footer()).append('\n');
    }
  }

  private static long kilobytes(Enclosed file) {
    return Math.max(1, Math.round(file.size() / 1024.0));
  }

  private String who(Line line, Language language) {
    return switch (line.author()) {
      case CITIZEN -> texts.text(language, "transcript.you");
      case BOT -> texts.text(language, "transcript.bot");
      case OFFICE -> texts.text(language, "transcript.office");
      case CLERK -> {
        String name =
            line.name().isEmpty() ? texts.text(language, "transcript.clerk") : line.name();
        yield line.agenda().isEmpty() ? name : name + ", " + line.agenda();
      }
    };
  }

  /// What people wrote stays as they wrote it; ours is Markdown.
  private static String words(Line line) {
    return line.author() == Author.BOT || line.author() == Author.OFFICE
        ? LINK.matcher(line.text().replace("**", "")).replaceAll("$1 ($2)")
        : line.text();
  }

  private ZonedDateTime local(Instant instant) {
    return instant.atZone(office.calendar().zone());
  }

  private static String day(ZonedDateTime at, Language language) {
    return at.format(pattern(language == Language.EN ? "d MMMM yyyy" : "d. M. yyyy", language));
  }

  private static String time(ZonedDateTime at, Language language) {
    return at.format(pattern(language == Language.CS ? "H.mm" : "H:mm", language));
  }

  private static DateTimeFormatter pattern(String pattern, Language language) {
    return DateTimeFormatter.ofPattern(pattern, Locale.of(language.code()));
  }
}
