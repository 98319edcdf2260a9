package cz.okenko.connectors.telegram;

import cz.okenko.connectors.Choice;
import cz.okenko.connectors.ConnectorProvider.House;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Delivery.Delivered;
import cz.okenko.connectors.Delivery.Reason;
import cz.okenko.connectors.Delivery.Refused;
import cz.okenko.connectors.Enclosure;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.Inbox;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.OutboundMessage.Speaker;
import cz.okenko.connectors.telegram.Posting.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What the office says, as messages of Telegram. Safe for any thread; two deliveries to one chat
/// at the same time are the caller's business.
final class Sending {
  /// After this time no further piece is begun, so that a slow Telegram holds up the courier for
  /// less than a minute.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// After this time no file is begun, which may take most of a minute.
  private static final Duration HASTE = Duration.ofSeconds(5);

  private final Progress progress;
  private final Posting posting;
  private final Inbox inbox;
  private final House house;
  private final Markdown markdown;

  Sending(Progress progress, Posting posting, Inbox inbox, House house) {
    this.progress = progress;
    this.posting = posting;
    this.inbox = inbox;
    this.house = house;
    this.markdown = new Markdown(house.publicUrl());
  }

  /// Sends what has not been sent of the message yet. Where the process dies between Telegram's
  /// answer and our note, one piece comes twice.
  Delivery deliver(OutboundMessage message) throws IOException {
    Place place = Place.of(message.address()).orElse(new Place(0, 0));
    if (place.bot() != progress.bot()) {
      return new Refused(Reason.UNKNOWN_ADDRESS);
    }
    if (!progress.greeted(place.chat())) {
      Outcome outcome = greet(place.chat(), message.language());
      if (!(outcome instanceof Outcome.Sent)) {
        return settled(place, message, outcome);
      }
    }
    return rest(place, message);
  }

  /// Noted before it is said, so that a crash between the two leaves it out rather than repeats it.
  private Outcome greet(long chat, String language) throws IOException {
    String text = Phrases.FIRST_CONTACT.in(language, house.publicUrl());
    boolean said = false;
    progress.greet(chat, true);
    try {
      Outcome outcome = posting.post(chat, Rich.of(text), Map.of());
      said = outcome instanceof Outcome.Sent;
      return outcome;
    } finally {
      if (!said) {
        progress.greet(chat, false);
      }
    }
  }

  private Delivery rest(Place place, OutboundMessage message) throws IOException {
    List<Piece> pieces = pieces(message);
    int before = progress.sent(message.id());
    long began = System.nanoTime();
    for (int piece = before; piece < pieces.size(); piece++) {
      if (System.nanoTime() - began > pieces.get(piece).patience().toNanos()) {
        return new Delivery.Deferred(posting.now());
      }
      boolean last = piece == pieces.size() - 1;
      Outcome outcome =
          switch (pieces.get(piece)) {
            case Piece.Words(Rich words, boolean end) ->
                posting.post(place.chat(), words, more(place, message, piece == 0, end));
            case Piece.File(Enclosure file) -> posting.post(place.chat(), file);
          };
      if (!(outcome instanceof Outcome.Sent)) {
        Delivery settled = settled(place, message, outcome);
        return settled.equals(new Refused(Reason.INVALID)) && pieces.get(piece) instanceof Piece.File
            ? new Refused(Reason.FILE)
            : settled;
      }
      if (!last) {
        progress.sent(message.id(), piece + 1);
      }
    }
    if (before > 0 || pieces.size() > 1) {
      progress.whole(message.id());
    }
    return new Delivered();
  }

  private Delivery settled(Place place, OutboundMessage message, Outcome outcome)
      throws IOException {
    return switch (outcome) {
      case Outcome.Sent() -> new Delivered();
      case Outcome.Wait(var until) -> new Delivery.Deferred(until);
      case Outcome.Blocked() -> new Refused(Reason.BLOCKED);
      case Outcome.Gone() -> new Refused(Reason.UNKNOWN_ADDRESS);
      case Outcome.Invalid() -> new Refused(Reason.INVALID);
      case Outcome.Moved(long chat) -> moved(place, new Place(place.bot(), chat), message);
    };
  }

  /// The group became a supergroup: the office learns its new name, the message goes there.
  private Delivery moved(Place from, Place to, OutboundMessage message) throws IOException {
    if (from.equals(to)) {
      return new Refused(Reason.UNKNOWN_ADDRESS);
    }
    inbox.note(new Event.Moved(from.address(), to.address()));
    if (progress.greeted(from.chat())) {
      progress.greet(to.chat(), true);
    }
    var there =
        new OutboundMessage(
            message.id(),
            to.address(),
            message.language(),
            message.text(),
            message.choices(),
            message.speaker(),
            OutboundMessage.Occasion.NONE,
            message.enclosures());
    return rest(to, there);
  }

  /// What goes as one message of Telegram.
  private sealed interface Piece {
    /// How long after the first one it may begin.
    Duration patience();

    /// @param end whether no words follow
    record Words(Rich text, boolean end) implements Piece {
      @Override
      public Duration patience() {
        return PATIENCE;
      }
    }

    record File(Enclosure file) implements Piece {
      @Override
      public Duration patience() {
        return HASTE;
      }
    }
  }

  private List<Piece> pieces(OutboundMessage message) {
    List<Rich> words = words(message);
    var pieces = new ArrayList<Piece>();
    for (Rich text : words) {
      pieces.add(new Piece.Words(text, pieces.size() == words.size() - 1));
    }
    message.enclosures().forEach(file -> pieces.add(new Piece.File(file)));
    return pieces;
  }

  private List<Rich> words(OutboundMessage message) {
    var blocks = new ArrayList<Rich>();
    if (message.speaker() instanceof Speaker.Clerk(String name, String agenda)) {
      String of = agenda.isBlank() ? "" : " (" + agenda + ")";
      blocks.add(Rich.bold(name).then(Rich.of(of + ":")));
    }
    blocks.addAll(markdown.blocks(message.text()));
    return blocks.isEmpty() ? List.of(Rich.of("…")) : Splitting.pieces(blocks);
  }

  /// Choices hang under the last words. In a group the first one answers what was asked, so that
  /// others see to whom the office speaks.
  private static Map<String, Object> more(
      Place place, OutboundMessage message, boolean first, boolean last) {
    var more = new HashMap<String, Object>();
    long asked = place.messageOf(message.occasion().externalId());
    if (first && place.isGroup() && asked != 0) {
      more.put(
          "reply_parameters", Map.of("message_id", asked, "allow_sending_without_reply", true));
    }
    if (last && !message.choices().isEmpty()) {
      more.put("reply_markup", Map.of("inline_keyboard", keyboard(message)));
    }
    return more;
  }

  /// One button in a row. What it carries is a [Choice#key], at most 16 of the 64 bytes Telegram
  /// allows (TG-06).
  private static List<List<Map<String, String>>> keyboard(OutboundMessage message) {
    List<Choice> choices = message.choices();
    return IntStream.range(0, choices.size())
        .mapToObj(
            index ->
                List.of(
                    Map.of(
                        "text", choices.get(index).label(),
                        "callback_data", Choice.key(message.id(), index))))
        .toList();
  }
}
