package cz.okenko.gateway.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Choice;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.Conversation.Asking;
import cz.okenko.gateway.conversation.Conversation.Filed;
import cz.okenko.gateway.conversation.Conversation.Tongue;
import cz.okenko.gateway.conversation.Conversation.Topic;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.Turn;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PickingTest {
  private static final List<Choice> OFFERED =
      List.of(
          new Choice("dospely", "Cestovní pas pro dospělého"),
          new Choice("dite", "Cestovní pas pro dítě"),
          new Choice("ztrata", "Ztráta cestovního pasu"),
          new Choice("handoff", "Mluvit s člověkem"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2                             | dite
          2.                            | dite
          č. 3                          | ztrata
          dvojku                        | dite
          tu druhou                     | dite
          druhá možnost                 | dite
          ta první                      | dospely
          ten první prosím              | dospely
          třetí                         | ztrata
          poslední                      | handoff
          ten pro dítě                  | dite
          pro dospělého                 | dospely
          cestovní pas pro dítě         | dite
          ztráta                        | ztrata
          mluvit s člověkem             | handoff
          the second one                | dite
          option 3                      | ztrata
          first please                  | dospely
          die zweite bitte              | dite
          друга                         | dite
          """)
  void what_is_picked_is_understood(String text, String expected) {
    assertThat(Picking.of(turn(text))).isEqualTo(new Picking.Chosen(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nic z toho", "ani jedno", "žádná z nich", "none of these", "keine davon", "нічого з цього"
      })
  void nothing_may_be_picked(String text) {
    assertThat(Picking.of(turn(text))).isEqualTo(new Picking.NoneOfThem());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9",
        "0",
        "12",
        "kolik stojí pas pro dítě",
        "cestovní pas",
        "mám dvě děti",
        "nic mi nepřišlo poštou",
        "a kolik to stojí?"
      })
  void something_else_is_no_choice(String text) {
    assertThat(Picking.of(turn(text))).isEqualTo(new Picking.SomethingElse());
  }

  private static Turn turn(String text) {
    var conversation =
        new Conversation(
            new ConversationId(1),
            new Address("webchat", "anna"),
            new Tongue("cs", false),
            new WithBot(Instant.EPOCH),
            Topic.NONE,
            Asking.NOTHING,
            "",
            "",
            Filed.NOTHING,
            0);
    return new Turn(conversation, 1, text, "cs", "", "", OFFERED);
  }
}
