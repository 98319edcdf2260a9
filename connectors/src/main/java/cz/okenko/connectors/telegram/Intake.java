package cz.okenko.connectors.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.Health.Trouble;
import cz.okenko.connectors.Inbox;
import java.net.URI;
import java.util.Optional;

/// Brings updates to the office, whichever way they came. Safe for any thread.
final class Intake {
  private final Reading reading;
  private final Inbox inbox;
  private final Aside aside;
  private final Condition condition;
  private final URI home;

  Intake(Reading reading, Inbox inbox, Aside aside, Condition condition, URI home) {
    this.reading = reading;
    this.inbox = inbox;
    this.aside = aside;
    this.condition = condition;
    this.home = home;
  }

  /// Takes an update in. On disk when this returns.
  ///
  /// @throws RuntimeException when it was not stored; it must not be confirmed to Telegram
  void take(JsonNode update) {
    try {
      reading.read(update).forEach(this::take);
    } catch (RuntimeException e) {
      condition.trouble(Condition.Side.STORING, Trouble.NOT_STORED);
      throw e;
    }
    condition.well(Condition.Side.STORING);
  }

  /// Keeps an update as something unknown, because it cannot be taken in as what it is.
  ///
  /// @throws RuntimeException when nothing can be stored at all
  void keep(JsonNode update) {
    inbox.note(reading.kept(update, "failed"));
    condition.well(Condition.Side.STORING);
  }

  private void take(Incoming incoming) {
    switch (incoming) {
      case Incoming.Said said -> take(said);
      case Incoming.Pressed pressed -> take(pressed);
      case Incoming.Told(Event event) -> inbox.note(event);
      case Incoming.Lost lost -> {
        inbox.note(lost.event());
        aside.answerPress(lost.press(), Phrases.OLD_BUTTON.in(lost.language()));
      }
      case Incoming.Foreign() -> {}
    }
  }

  private void take(Incoming.Said said) {
    boolean repeated = inbox.accept(said.message()).repeated();
    if (said.tooBig() && !repeated) {
      aside.tell(said.place().chat(), Phrases.TOO_BIG.in(said.language(), home));
    }
  }

  private void take(Incoming.Pressed pressed) {
    Optional<Choice> choice = Choice.ofKey(pressed.data(), inbox);
    choice.ifPresent(picked -> inbox.accept(reading.picked(pressed, picked)));
    String text = choice.isPresent() ? "" : Phrases.OLD_BUTTON.in(pressed.language());
    aside.answerPress(pressed.press(), text);
  }
}
