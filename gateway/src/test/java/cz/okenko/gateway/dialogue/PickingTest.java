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
          nic z toho                    | none
          ani jedno                     | none
          žádná z nich                  | none
          none of these                 | none
          keine davon                   | none
          нічого з цього                | none
          9                             | else
          0                             | else
          kolik stojí pas pro dítě      | else
          cestovní pas                  | else
          12                            | else
          mám dvě děti                  | else
          nic mi nepřišlo poštou        | else
          a kolik to stojí?             | else
          """)
  void what_is_picked_is_understood(String text, String expected) {
    String picked =
        switch (Picking.of(turn(text))) {
          case Picking.Chosen(String value) -> value;
          case Picking.NoneOfThem() -> "none";
          case Picking.SomethingElse() -> "else";
        };

    assertThat(picked).isEqualTo(expected);
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
    return new Turn(conversation, 1, text, "cs", "", OFFERED);
  }
}
