package cz.okenko.gateway.dialogue;

import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Transcript.Card;
import cz.okenko.connectors.Transcript.Handler;
import cz.okenko.connectors.Transcript.Link;
import cz.okenko.connectors.Transcript.Source;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.OfficeDoor;
import cz.okenko.gateway.directory.Person;
import cz.okenko.knowledge.Aspect;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Passage;
import cz.okenko.knowledge.Referral;
import cz.okenko.knowledge.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Turns what the knowledge base found into cards: the answer with its law, its links, who handles
/// it at this office, and what one may ask next.
public final class Shelf {
  private static final List<Aspect> NEXT =
      List.of(
          Aspect.DOCUMENTS, Aspect.FEE, Aspect.HOW, Aspect.WHERE, Aspect.HOW_LONG, Aspect.WHEN);
  private static final int MOST_NEXT = 3;
  private static final String SCHEME = "about:";

  private final KnowledgeBase knowledge;
  private final Office office;
  private final OfficeDoor door;
  private final Texts texts;
  private final Function<String, Optional<Person>> onDuty;

  /// @param onDuty who is there now for an agenda
  public Shelf(
      KnowledgeBase knowledge,
      Office office,
      OfficeDoor door,
      Texts texts,
      Function<String, Optional<Person>> onDuty) {
    this.knowledge = knowledge;
    this.office = office;
    this.door = door;
    this.texts = texts;
    this.onDuty = onDuty;
  }

  /// The value of a choice that asks for a life situation.
  static String value(Slug slug, Aspect aspect) {
    return SCHEME + slug.value() + ":" + aspect.code();
  }

  /// What a choice of [#value] asks for; empty for other choices and unknown articles.
  Optional<Passage> passage(String choice, Language language) {
    String[] parts = choice.split(":", -1);
    if (!choice.startsWith(SCHEME) || parts.length != 3 || !Slug.isSlug(parts[1])) {
      return Optional.empty();
    }
    return Aspect.of(parts[2])
        .flatMap(aspect -> knowledge.chosen(new Slug(parts[1]), language, aspect));
  }

  /// What stands under a passage.
  public Card card(Passage passage, Language language) {
    return new Card(
        "found",
        passage.slug().value(),
        passage.title(),
        passage.aspect().code(),
        passage.sources().stream()
            .map(
                s ->
                    new Source(
                        s.statute(), s.paragraph(), s.url().toString(), s.checked(), s.confirmed()))
            .toList(),
        links(passage.links()),
        handler(passage.agenda(), language),
        next(passage, language));
  }

  Card card(Referral referral) {
    return new Card(
        "elsewhere",
        "",
        referral.title(),
        "",
        List.of(),
        links(referral.links()),
        Handler.NONE,
        List.of());
  }

  private static List<Link> links(List<cz.okenko.knowledge.Link> links) {
    return links.stream().map(l -> new Link(l.label(), l.url().toString())).toList();
  }

  private Handler handler(String agenda, Language language) {
    return office
        .agenda(agenda)
        .map(
            (Agenda a) ->
                new Handler(a.name(), a.place(), door.week(language), footer(a, language)))
        .orElse(Handler.NONE);
  }

  /// “Vyřizuje: Osobní doklady, Jana Nová, přepážka 4, tel. +420 …”: whoever of the agenda is there today.
  private String footer(Agenda agenda, Language language) {
    return onDuty
        .apply(agenda.id())
        .map(
            person -> {
              var parts = new ArrayList<>(List.of(agenda.name(), person.name()));
              parts.add(person.room().isEmpty() ? agenda.place() : person.room());
              if (!person.phone().isEmpty()) {
                parts.add(texts.text(language, "dialogue.handler.phone", person.phone()));
              }
              parts.removeIf(String::isEmpty);
              return texts.text(language, "dialogue.handler", String.join(", ", parts));
            })
        .orElse("");
  }

  private boolean covers(Slug slug, Aspect aspect) {
    return knowledge
        .passage(slug, Language.CS, aspect)
        .filter(passage -> passage.aspect() == aspect)
        .isPresent();
  }

  private List<Choice> next(Passage passage, Language language) {
    return NEXT.stream()
        .filter(aspect -> aspect != passage.aspect())
        .filter(aspect -> covers(passage.slug(), aspect))
        .limit(MOST_NEXT)
        .map(
            aspect ->
                new Choice(
                    value(passage.slug(), aspect),
                    texts.text(language, "dialogue.ask." + aspect.code())))
        .toList();
  }
}
