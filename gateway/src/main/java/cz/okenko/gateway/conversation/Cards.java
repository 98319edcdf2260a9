package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Transcript.Card;
import cz.okenko.connectors.Transcript.Handler;
import cz.okenko.connectors.Transcript.Link;
import cz.okenko.connectors.Transcript.Source;
import cz.okenko.gateway.delivery.Fields;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Cards in one column: what a bot's answer rested on is kept as it was shown.
final class Cards {
  private Cards() {}

  static String write(Card card) {
    return card.equals(Card.NONE) ? "" : Fields.write(lines(card));
  }

  /// The card as [#read] gives it back.
  static Card kept(Card card) {
    return card.equals(Card.NONE) || Fields.arePlain(lines(card)) ? card : read(write(card));
  }

  private static List<List<String>> lines(Card card) {
    var lines = new ArrayList<List<String>>();
    lines.add(List.of("about", card.outcome(), card.slug(), card.title(), card.aspect()));
    for (Source s : card.sources()) {
      String confirmed = Boolean.toString(s.confirmed());
      lines.add(
          List.of(
              "source", s.statute(), s.paragraph(), s.url(), s.checked().toString(), confirmed));
    }
    card.links().forEach(l -> lines.add(List.of("link", l.label(), l.url())));
    if (!card.handler().equals(Handler.NONE)) {
      Handler h = card.handler();
      lines.add(List.of("handler", h.agenda(), h.place(), h.hours(), h.footer()));
    }
    card.choices().forEach(c -> lines.add(List.of("choice", c.value(), c.label())));
    return lines;
  }

  static Card read(String column) {
    if (column.isEmpty()) {
      return Card.NONE;
    }
    List<String> about = List.of("about", "", "", "", "");
    var sources = new ArrayList<Source>();
    var links = new ArrayList<Link>();
    var choices = new ArrayList<Choice>();
    Handler handler = Handler.NONE;
    for (List<String> f : Fields.read(column)) {
      switch (f.getFirst()) {
        case "about" -> about = f;
        case "source" -> sources.add(source(f));
        case "link" -> links.add(new Link(f.get(1), f.get(2)));
        case "handler" -> handler = handler(f);
        case "choice" -> choices.add(new Choice(f.get(1), f.get(2)));
        default -> throw new IllegalStateException("unknown line in a card: " + f.getFirst());
      }
    }
    return new Card(
        about.get(1), about.get(2), about.get(3), about.get(4), sources, links, handler, choices);
  }

  /// Cards of earlier versions have no footer.
  private static Handler handler(List<String> f) {
    return new Handler(f.get(1), f.get(2), f.get(3), f.size() > 4 ? f.get(4) : "");
  }

  private static Source source(List<String> f) {
    LocalDate checked = LocalDate.parse(f.get(4));
    return new Source(f.get(1), f.get(2), f.get(3), checked, Boolean.parseBoolean(f.get(5)));
  }
}
