package cz.okenko.gateway.handoff;

import cz.okenko.connectors.Codes;
import cz.okenko.connectors.Connector;
import cz.okenko.connectors.Transcript.Card;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.Author;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.Snoozed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.conversation.Utterance.Speaker;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.handoff.BridgeRows.Closing;
import cz.okenko.gateway.store.Store;
import cz.okenko.knowledge.Language;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/// Before a channel stops letting the office write, tells citizens who still wait for a person how
/// to go on elsewhere, and clerks until when they may write. Told once for each message of the
/// citizen, in the transaction that says it.
public final class Bridge {
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration BEFORE_A_DAY_ENDS = Duration.ofHours(3);

  private final Parts parts;
  private final Texts texts;

  /// What it stands on.
  public record Parts(
      Store store,
      Conversations conversations,
      Codes codes,
      Office office,
      URI publicUrl,
      Ways ways,
      InstantSource clock) {}

  public Bridge(Parts parts) {
    this.parts = parts;
    this.texts = parts.ways.texts();
  }

  /// Tells whom it is time to tell; to be called every minute.
  public void round() {
    for (Connector channel : parts.ways.channels().get()) {
      var window = channel.window();
      if (window.limited()) {
        Duration anyone = window.anyone();
        tell(channel.channel(), anyone, "bridge ", now -> farewell(now, anyone));
        if (window.person().compareTo(anyone) > 0) {
          tell(channel.channel(), window.person(), "bridge-person ", this::reminder);
        }
      }
    }
  }

  /// How long before the end it is told.
  private static Duration lead(Duration window) {
    return window.compareTo(DAY) <= 0 ? BEFORE_A_DAY_ENDS : DAY;
  }

  private void tell(
      String channel, Duration window, String key, Function<Conversation, Utterance> words) {
    Instant now = parts.clock.instant();
    Instant after = now.minus(window);
    Instant until = after.plus(lead(window));
    List<Closing> closing =
        parts.store.read(handle -> BridgeRows.closing(handle, channel, after, until, key));
    for (Closing one : closing) {
      parts
          .conversations
          .find(one.conversation())
          .map(words)
          .ifPresent(said -> step(one, once(said, key + one.last())));
    }
  }

  private void step(Closing closing, Utterance said) {
    parts.conversations.step(
        closing.conversation(),
        now ->
            switch (now.state()) {
              case Waiting _, WithClerk _, Snoozed _ -> new Step.Go(now, said);
              case WithBot _, Closed _ -> new Step.Stay(now);
            });
  }

  private static Utterance once(Utterance said, String key) {
    return new Utterance(said.speaker(), said.text(), said.language(), said.card(), key);
  }

  private Utterance farewell(Conversation now, Duration window) {
    Language language = Language.of(now.language()).orElse(Language.CS);
    String code = parts.codes.make(now.address());
    var ways = new StringBuilder();
    way(ways, language, "bridge.web", parts.publicUrl + "/#code=" + code);
    ways.append(parts.ways.from(now.address().channel(), code, language));
    String email = parts.office.contact().email();
    if (!email.isEmpty()) {
      String readable = code.substring(0, 5) + "-" + code.substring(5);
      way(ways, language, "bridge.email", email, readable);
    }
    String said = texts.text(language, "bridge.soon", lead(window).toHours());
    return Utterance.office(said + "\n\n" + ways.toString().strip(), language.code());
  }

  private void way(StringBuilder ways, Language language, String key, Object... arguments) {
    ways.append("- ").append(texts.text(language, key, arguments)).append('\n');
  }

  private Utterance reminder(Conversation now) {
    var speaker = new Speaker(Author.NOTE, "Okénko", "");
    String text = texts.text(Language.CS, "bridge.note");
    return new Utterance(speaker, text, Language.CS.code(), Card.NONE, "");
  }
}
