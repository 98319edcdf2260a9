package cz.okenko.gateway.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Address;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.Conversation.Asking;
import cz.okenko.gateway.conversation.Conversation.Filed;
import cz.okenko.gateway.conversation.Conversation.Tongue;
import cz.okenko.gateway.conversation.Conversation.Topic;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.conversation.Turn;
import cz.okenko.gateway.dialogue.Reaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContactResponderTest {
  private final ContactResponder responder = new ContactResponder(Texts.load());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "601234567                              | 601234567",
        "můj telefon je 601 234 567, děkuji     | 601 234 567",
        "volejte 601-234-567.                   | 601-234-567",
        "601.234.567                            | 601.234.567",
        "601 23 45 67                           | 601 23 45 67",
        "tel.: +420 601 234 567                 | +420 601 234 567",
        "+420601234567                          | +420601234567",
        "00420 601 234 567                      | 00420 601 234 567",
        "00420601234567                         | 00420601234567",
        "420 601 234 567                        | 420 601 234 567",
        "+421 905 123 456                       | +421 905 123 456",
        "+380 44 123 4567                       | +380 44 123 4567",
        "(601 234 567) odpoledne                | 601 234 567",
        "pište na jan.novak@seznam.cz.          | jan.novak@seznam.cz",
        "<jana+urad@post.vzorov.example>        | jana+urad@post.vzorov.example",
        "novák@háček.cz                         | novák@háček.cz",
        "jan@a.cz nebo 601 234 567              | jan@a.cz"
      })
  void a_contact_is_taken_as_people_write_it(String text, String contact) {
    Conversation after = respond(text).orElseThrow().change().apply(waiting(Asking.CONTACT));

    assertThat(after.contact()).isEqualTo(contact);
    assertThat(after.asking()).isEqualTo(Asking.NOTHING);
    assertThat(after.state()).isInstanceOf(Waiting.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dobrý den, nemám telefon",
        "přijdu v 8.30",
        "800101/0001",
        "8001010001",
        "zákon č. 269/2021 Sb.",
        "číslo účtu 19-2000145399/0800",
        "cena 1 200 Kč",
        "jan@",
        "@novak",
        ""
      })
  void what_is_no_contact_is_left_for_the_clerk(String text) {
    assertThat(respond(text)).isEmpty();
  }

  @Test
  void a_long_text_without_a_contact_is_read_quickly() {
    assertThat(respond("a".repeat(4_000))).isEmpty();
    assertThat(respond("1 ".repeat(2_000))).isEmpty();
    assertThat(respond("a@".repeat(2_000))).isEmpty();
    assertThat(respond("+420 ".repeat(800))).isEmpty();
  }

  @Test
  void nobody_is_asked_for_a_contact_unasked() {
    Turn turn =
        new Turn(waiting(Asking.NOTHING), 1, "601 234 567", "cs", "", "", List.of());

    assertThat(responder.respond(turn)).isEmpty();
  }

  private Optional<Reaction> respond(String text) {
    return responder.respond(new Turn(waiting(Asking.CONTACT), 1, text, "cs", "", "", List.of()));
  }

  private static Conversation waiting(Asking asking) {
    return new Conversation(
        new ConversationId(1),
        new Address("webchat", "anna"),
        new Tongue("cs", false),
        new Waiting(new QueueId("doklady"), Instant.EPOCH),
        Topic.NONE,
        asking,
        "",
        "",
        Filed.NOTHING,
        0);
  }
}
