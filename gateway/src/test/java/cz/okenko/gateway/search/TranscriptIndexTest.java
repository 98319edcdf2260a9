package cz.okenko.gateway.search;

import static cz.okenko.gateway.conversation.Talk.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Address;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.Plans;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.conversation.Talk;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.search.TranscriptIndex.Page;
import cz.okenko.gateway.search.Words.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TranscriptIndexTest {
  private static final Address BOB = new Address("webchat", "bob");

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
  private Talk talk;
  private TranscriptIndex index;

  @BeforeEach
  void open() {
    talk = new Talk(folder, clock);
    index = new TranscriptIndex(talk.store());
  }

  @AfterEach
  void close() {
    talk.close();
  }

  @Test
  void words_meet_without_diacritics_case_and_endings_and_the_newest_is_first() {
    talk.says(ANNA, "Kolik se platí za psa v Horní ulici?");
    talk.says(BOB, "Chci se zeptat na poplatky ze psů.");
    talk.says(BOB, "Něco úplně jiného");
    index.follow();

    assertThat(texts("PSA")).containsExactly("Kolik se platí za psa v Horní ulici?");
    assertThat(texts("horni ulice")).containsExactly("Kolik se platí za psa v Horní ulici?");
    assertThat(texts("poplatku psu")).containsExactly("Chci se zeptat na poplatky ze psů.");
    assertThat(texts("se")).hasSize(2).first().asString().startsWith("Chci");
    assertThat(texts("kočka")).isEmpty();
  }

  @Test
  void cyrillic_is_found_as_well() {
    talk.says(ANNA, "Де мені зареєструвати нову адресу?");
    index.follow();

    assertThat(texts("адреса")).hasSize(1);
  }

  @Test
  void notes_are_found_but_nothing_the_bot_said() {
    Conversation asked = talk.says(ANNA, "Dobrý den");
    talk.conversations()
        .step(asked.id(), now -> new Step.Go(now, Utterance.bot("Poplatek je 1 500 Kč.", "cs")));
    index.follow();

    assertThat(texts("poplatek")).isEmpty();
  }

  @Test
  void what_was_found_is_marked_as_parts_of_the_text() {
    talk.says(ANNA, "slovo ".repeat(40) + "Potřebuji <b>občanku</b> 😀 rychle. " + "konec ".repeat(60));
    index.follow();

    List<Part> parts = find("obcanka").hits().getFirst().parts();

    assertThat(parts).filteredOn(Part::hit).extracting(Part::text).containsExactly("občanku");
    String shown = String.join("", parts.stream().map(Part::text).toList());
    assertThat(shown).startsWith("… ").endsWith(" …").contains("<b>občanku</b>");
    assertThat(shown.length()).isLessThan(280);
  }

  @Test
  void what_was_erased_is_never_found_and_leaves_the_index() {
    Conversation asked = talk.says(ANNA, "Tajné slovo žirafa");
    talk.says(ANNA, "Jiná žirafa");
    index.follow();

    erase(asked, "Tajné slovo žirafa");
    assertThat(texts("žirafa")).containsExactly("Jiná žirafa");
    index.follow();

    assertThat(talk.count("select count(*) from transcript_index where transcript_index match 'tajn'"))
        .isZero();
    assertThat(talk.count("select count(*) from transcript_stale")).isZero();
  }

  @Test
  void what_was_changed_is_found_as_it_reads_now() {
    talk.says(ANNA, "Ztratil jsem pas");
    index.follow();
    talk.store()
        .write(
            handle -> handle.execute("update message set text = 'Ztratil jsem řidičák'"));
    assertThat(texts("pas")).isEmpty();
    index.follow();

    assertThat(texts("řidičák")).hasSize(1);
  }

  @Test
  void it_catches_up_after_a_restart_and_can_be_built_anew() {
    for (int i = 0; i < 400; i++) {
      talk.says(ANNA, "zpráva číslo " + i);
    }
    index.follow();
    talk.close();
    talk = new Talk(folder, clock);
    index = new TranscriptIndex(talk.store());
    assertThat(texts("399")).isEmpty();

    index.follow();

    assertThat(texts("399")).hasSize(1);
    talk.store().write(handle -> handle.execute("update transcript_cursor set up_to = 0"));
    index.follow();
    index.follow();
    assertThat(talk.count("select count(*) from transcript_index where transcript_index match 'zprav'"))
        .isEqualTo(400);
  }

  @Test
  void further_pages_follow_without_a_gap_or_a_repetition() {
    for (int i = 0; i < 65; i++) {
      talk.says(ANNA, "zpráva číslo " + i);
    }
    index.follow();

    Page first = find("zpráva");
    Page second = index.find(Words.stems("zpráva"), first.next());
    Page third = index.find(Words.stems("zpráva"), second.next());

    assertThat(first.hits().size() + second.hits().size() + third.hits().size()).isEqualTo(65);
    assertThat(third.next()).isZero();
    assertThat(third.hits().getLast().message().text()).isEqualTo("zpráva číslo 0");
  }

  @Test
  void statements_use_an_index_and_sort_nothing() {
    List<String> steps =
        Plans.of(
            talk.store(),
            handle -> {
              IndexRows.after(handle, 5, 10);
              IndexRows.stale(handle, 10);
              IndexRows.find(handle, Set.of("pes"), Long.MAX_VALUE, 10);
            });

    assertThat(steps).isNotEmpty().noneMatch(Plans::readsAll).noneMatch(Plans::sorts);
  }

  private void erase(Conversation conversation, String text) {
    talk.store()
        .write(
            handle ->
                handle
                    .createUpdate("delete from message where conversation = :id and text = :text")
                    .bind("id", conversation.id().value())
                    .bind("text", text)
                    .execute());
  }

  private Page find(String words) {
    return index.find(Words.stems(words), 0);
  }

  private List<String> texts(String words) {
    return find(words).hits().stream().map(hit -> hit.message().text()).toList();
  }
}
