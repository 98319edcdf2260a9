package cz.okenko.gateway.handoff;

import cz.okenko.gateway.Texts;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.handoff.ConsoleRows.Item;
import cz.okenko.gateway.handoff.ConsoleRows.Line;
import cz.okenko.gateway.handoff.ReferralRows.Referral;
import cz.okenko.knowledge.Language;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/// What another institution is given of a matter, as text a clerk may still shorten: who hands it on and by which
/// consent, the contact if one was left, the question, and what was said. Notes of the office are not in it.
final class ReferralText {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d. M. yyyy H:mm");

  private static final Map<String, String> WHO =
      Map.of(
          "citizen", "referral.text.citizen",
          "clerk", "transcript.clerk",
          "bot", "transcript.bot",
          "office", "transcript.office");

  private final Office office;
  private final Texts texts;

  ReferralText(Office office, Texts texts) {
    this.office = office;
    this.texts = texts;
  }

  String of(Referral referral, Item item, List<Line> lines, Instant agreed) {
    var text = new StringBuilder();
    line(text, "referral.text.title", referral.to().name());
    line(text, "referral.text.from", office.name());
    line(text, "referral.text.consent", moment(agreed));
    if (!item.contact().isEmpty()) {
      line(text, "referral.text.contact", item.contact());
    }
    lines.stream()
        .filter(line -> line.author().equals("citizen"))
        .findFirst()
        .ifPresent(
            first -> {
              text.append('\n');
              line(text, "referral.text.question", "");
              text.append(first.text()).append('\n');
            });
    text.append('\n');
    line(text, "referral.text.transcript", "");
    for (Line line : lines) {
      if (WHO.containsKey(line.author())) {
        text.append(moment(line.at())).append(", ").append(who(line)).append(":\n");
        text.append(line.text()).append("\n\n");
      }
    }
    return text.toString().stripTrailing() + "\n";
  }

  private String who(Line line) {
    String role = texts.text(Language.CS, WHO.getOrDefault(line.author(), ""));
    return line.name().isEmpty() ? role : role + ", " + line.name();
  }

  private void line(StringBuilder text, String key, String value) {
    text.append(texts.text(Language.CS, key, value).strip()).append('\n');
  }

  private String moment(Instant instant) {
    return instant.atZone(office.calendar().zone()).format(MOMENT);
  }
}
