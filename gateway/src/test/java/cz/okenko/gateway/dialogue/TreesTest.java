package cz.okenko.gateway.dialogue;

import static cz.okenko.gateway.conversation.Talk.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Choice;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.Offices;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.conversation.Talk;
import cz.okenko.gateway.conversation.Turn;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.directory.HoursInWords;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.OfficeDoor;
import cz.okenko.knowledge.Aspect;
import cz.okenko.knowledge.ContentSource;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.KnowledgeSettings;
import cz.okenko.knowledge.Slug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A question tree, walked by buttons, numbers and words. What was offered is all that is remembered.
final class TreesTest {
  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
  private Talk talk;
  private KnowledgeBase knowledge;
  private ChoiceResponder responder;
  private Utterance last;

  @BeforeEach
  void open() throws IOException {
    talk = new Talk(folder, clock);
    Path content = Files.createDirectories(folder.resolve("content/cs"));
    Files.writeString(content.resolve("prukaz.md"), article("prukaz", "Průkaz", TREE));
    Files.writeString(content.resolve("detsky.md"), article("detsky", "Dětský průkaz", ""));
    knowledge =
        KnowledgeBase.open(
            new KnowledgeSettings(
                new ContentSource.Folder(folder.resolve("content")), folder.resolve("index"), List.of()),
            talk.store(),
            clock);
    Office office = Offices.lipnice(folder);
    Texts texts = Texts.load();
    var door = new OfficeDoor(office.calendar(), new HoursInWords(texts), clock);
    responder = new ChoiceResponder(
            knowledge,
            new Shelf(knowledge, office, door, texts, agenda -> Optional.empty()),
            texts);
    last = Utterance.bot("", "cs");
  }

  @AfterEach
  void close() {
    knowledge.close();
    talk.close();
  }

  private static final String TREE =
      """
      ask:
        question: Pro koho je?
        options:
          - label: Pro dospělého
            ask:
              question: Máte starý?
              options:
                - label: Ano, mám
                  text: Vezměte ho s sebou.
                - label: Ztratil jsem ho
                  text: Napište to na místě.
          - label: Pro dítě do 15 let
            article: detsky
      """;

  private static String article(String slug, String title, String tree) {
    return """
        ---
        slug: %s
        title: %s
        agenda: doklady
        authority: obec
        review-by: 2027-06-30
        terms: [%s]
        phrases:
          - %s jedna
          - %s dva
          - %s tři
          - %s čtyři
          - %s pět
          - %s šest
          - %s sedm
          - %s osm
        legal-basis: []
        links: []
        related: []
        %s---
        ## answer
        Tady je %s.
        """
        .formatted(
            slug, title, slug, slug, slug, slug, slug, slug, slug, slug, slug, tree, title);
  }

  @Test
  void the_answer_asks_and_the_options_lead_on_and_back() {
    press(Shelf.value(new Slug("prukaz"), Aspect.GENERAL));
    assertThat(last.text()).contains("Tady je Průkaz.", "Pro koho je?");
    assertThat(labels()).containsExactly("Pro dospělého", "Pro dítě do 15 let");

    write("1");
    assertThat(last.text()).contains("Máte starý?");
    assertThat(labels()).containsExactly("Ano, mám", "Ztratil jsem ho", "Zpět");

    write("zpět");
    assertThat(last.text()).contains("Pro koho je?");
    write("tu první možnost");
    write("ztratil");
    assertThat(last.text()).isEqualTo("Napište to na místě.");
    write("zpět");
    assertThat(last.text()).contains("Máte starý?");
  }

  @Test
  void an_option_may_lead_to_another_article() {
    press(Shelf.value(new Slug("prukaz"), Aspect.GENERAL));
    write("ten pro dítě");

    assertThat(last.text()).isEqualTo("Tady je Dětský průkaz.");
    assertThat(talk.newest(ANNA).topic().slug()).isEqualTo("detsky");
  }

  @Test
  void something_else_may_be_asked_and_a_stale_option_leads_nowhere() {
    press(Shelf.value(new Slug("prukaz"), Aspect.GENERAL));

    assertThat(responder.respond(turn("kolik stojí pes", ""))).isEmpty();
    assertThat(responder.respond(turn("", "ask:prukaz:7.1"))).isEmpty();
    assertThat(responder.respond(turn("", "ask:neni:0"))).isEmpty();
    assertThat(responder.respond(turn("", "ask:prukaz:0.0.0"))).isEmpty();
  }

  private void write(String text) {
    react(turn(text, ""));
  }

  private void press(String choice) {
    react(turn("", choice));
  }

  private Turn turn(String text, String choice) {
    Conversation now = talk.conversations().open(ANNA, "cs");
    return new Turn(now, 1, text, "cs", "", choice, last.card().choices());
  }

  private void react(Turn turn) {
    Reaction reaction = responder.respond(turn).orElseThrow();
    last = reaction.utterances().getFirst();
    talk.conversations()
        .step(turn.conversation().id(), now -> new Step.Go(reaction.change().apply(now), List.of()));
  }

  private List<String> labels() {
    return last.card().choices().stream().map(Choice::label).toList();
  }
}
