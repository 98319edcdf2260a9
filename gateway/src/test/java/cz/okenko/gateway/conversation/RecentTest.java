package cz.okenko.gateway.conversation;

import static cz.okenko.gateway.conversation.Talk.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.okenko.connectors.SentFiles;
import cz.okenko.connectors.Address;
import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Transcript.Card;
import cz.okenko.connectors.Transcript.Handler;
import cz.okenko.connectors.Transcript.Link;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.Offices;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.conversation.Conversation.Topic;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.Utterance.Speaker;
import cz.okenko.gateway.directory.HoursInWords;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.directory.OfficeDoor;
import cz.okenko.gateway.store.Ids;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is remembered and what the database holds must be the same, whoever looks.
final class RecentTest {
  private static final QueueId PASSPORTS = new QueueId("doklady");
  private static final List<Address> CITIZENS =
      List.of(ANNA, new Address("webchat", "boris"), new Address("showing", "cyril"));

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00.123456Z");
  private final Random random = new Random(2026);
  private Talk talk;
  private Office office;

  @BeforeEach
  void open() {
    talk = new Talk(folder, clock);
    office = Offices.lipnice(folder);
  }

  @AfterEach
  void close() {
    talk.close();
  }

  @Test
  void what_is_remembered_is_what_the_database_holds() {
    CITIZENS.forEach(citizen -> talk.says(citizen, "Dobrý den"));
    for (int n = 0; n < 150; n++) {
      Address citizen = CITIZENS.get(random.nextInt(CITIZENS.size()));
      something(citizen, n);

      for (Address each : CITIZENS) {
        same(each);
      }
    }
  }

  @Test
  void a_process_that_starts_over_what_another_left_goes_on_the_same_way() {
    Conversation annas = talk.says(ANNA, "první");
    answer(annas, "Co myslíte?", card("a"));
    talk.says(ANNA, "druhá");
    var again = new Conversations(talk.store(), new Ids(clock), clock, Talk.MANNER, talk);

    again.accept(talk.message(ANNA, "po startu", "třetí"));

    assertThat(again.nextTurn(annas.id()).orElseThrow().text()).isEqualTo("druhá");
    assertThat(again.nextTurn(annas.id()).orElseThrow().offered()).isEqualTo(card("a").choices());
    assertThat(again.recent(ANNA).orElseThrow().waiting()).hasSize(2);
  }

  @Test
  void what_could_not_be_stored_is_not_remembered() {
    Conversation annas = talk.says(ANNA, "Dobrý den");

    assertThatThrownBy(
            () ->
                talk.conversations()
                    .step(
                        annas.id(),
                        now -> {
                          throw new IllegalStateException("a fault while deciding on " + now.id());
                        }))
        .isInstanceOf(IllegalStateException.class);
    change(annas, now -> now.about(new Topic("pas", "Pas")));

    same(ANNA);
    assertThat(talk.now(annas.id()).topic()).isEqualTo(new Topic("pas", "Pas"));
  }

  @Test
  void nothing_is_put_into_the_outbox_of_a_channel_that_shows_the_transcript() {
    Conversation annas = talk.says(ANNA, "Dobrý den");
    Conversation cyrils = talk.says(CITIZENS.getLast(), "Dobrý den");

    answer(annas, "ahoj", Card.NONE);
    answer(cyrils, "ahoj", Card.NONE);

    assertThat(talk.count("select count(*) from outbox")).isEqualTo(1);
    assertThat(talk.lines(cyrils.id())).containsExactly("citizen: Dobrý den", "bot: ahoj");
  }

  private void something(Address citizen, int n) {
    clock.pass(Duration.ofMillis(random.nextInt(2_000)));
    Conversation now = talk.newest(citizen);
    var jana = new Speaker(Author.CLERK, "Jana Nová", "Doklady");
    var note = new Speaker(Author.NOTE, "Jana", "");
    switch (random.nextInt(9)) {
      case 0, 1 -> talk.says(citizen, "otázka " + n);
      case 2, 3 -> answer(now, "odpověď " + n, random.nextBoolean() ? card("a\tb " + n) : Card.NONE);
      case 4 -> change(now, c -> c.in(new Waiting(PASSPORTS, clock.instant())));
      case 5 ->
          say(
              now.in(new WithClerk(new ClerkId(7), "Jana Nová", PASSPORTS, clock.instant())),
              new Utterance(jana, "řádek " + n, "cs", Card.NONE, "k" + n % 40));
      case 6 -> say(now.in(new WithBot(clock.instant())), new Utterance(note, "poznámka", "cs", Card.NONE, ""));
      case 7 -> remembering().rate(citizen, 1 + n % 5, "");
      default -> remembering().close(citizen);
    }
  }

  private void answer(Conversation conversation, String text, Card card) {
    talk.conversations()
        .nextTurn(conversation.id())
        .ifPresent(
            turn ->
                talk.conversations()
                    .answer(turn, now -> new Step.Go(now, Utterance.bot(text, "cs", card))));
  }

  private void change(Conversation conversation, UnaryOperator<Conversation> change) {
    talk.conversations().step(conversation.id(), now -> new Step.Go(change.apply(now)));
  }

  private void say(Conversation after, Utterance utterance) {
    talk.conversations().step(after.id(), now -> new Step.Go(after, utterance));
  }

  private static Card card(String text) {
    var choices = List.of(new Choice("about:pas:fee", text));
    var links = List.of(new Link("Portál\nobčana", "https://portal.gov.cz"));
    return new Card("found", "pas", text, "fee", List.of(), links, Handler.NONE, choices);
  }

  /// Compares with a process that remembers nothing.
  private void same(Address citizen) {
    var forgetful = new Conversations(talk.store(), new Ids(clock), clock, Talk.MANNER, talk);
    CitizenView remembering = remembering();
    CitizenView reading = view(forgetful);
    var all = reading.after(citizen, 0, 1_000);
    for (int seen = Math.max(0, all.size() - 12); seen <= all.size(); seen++) {
      long last = seen == 0 ? 0 : all.get(seen - 1).id();
      assertThat(remembering.after(citizen, last, 1_000)).isEqualTo(all.subList(seen, all.size()));
    }
    assertThat(remembering.standing(citizen)).isEqualTo(reading.standing(citizen));
    Conversation newest = talk.newest(citizen);
    assertThat(talk.conversations().nextTurn(newest.id())).isEqualTo(forgetful.nextTurn(newest.id()));
    talk.conversations()
        .recent(citizen)
        .ifPresent(live -> assertThat(live.now()).isEqualTo(newest));
  }

  private CitizenView remembering() {
    return view(talk.conversations());
  }

  private CitizenView view(Conversations conversations) {
    var door = new OfficeDoor(office.calendar(), new HoursInWords(Texts.load()), clock);
    return new CitizenView(talk.store(), conversations, new CitizenView.Place(office, door, Texts.load(), CitizenView.Mail.NONE, SentFiles.NONE, new Ids(clock)), clock);
  }
}
