package cz.okenko.gateway.translation;

import cz.okenko.gateway.settings.TranslatorAt;
import cz.okenko.gateway.store.Store;
import cz.okenko.gateway.translation.TranslationRows.Source;
import cz.okenko.gateway.translation.Translator.Reason;
import cz.okenko.gateway.translation.Translator.Said;
import cz.okenko.knowledge.Language;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What was said in other languages. The translator is asked when a clerk wants it and never twice for the same
/// wording; no transaction is open meanwhile. Safe for any thread.
public final class Translations {
  private final Store store;
  private final InstantSource clock;
  private final List<Translator> translator;

  public Translations(Store store, InstantSource clock, TranslatorAt at) {
    this.store = store;
    this.clock = clock;
    this.translator =
        switch (at) {
          case TranslatorAt.Nowhere() -> List.of();
          case TranslatorAt.Libre libre -> List.of(new LibreTranslate(libre));
        };
  }

  /// A message in another language.
  ///
  /// @param machine whether a translator said so, else its clerk wrote it
  record Translation(long message, String language, String text, boolean machine) {}

  /// What came of wanting one.
  sealed interface Outcome {
    record Done(Translation translation) implements Outcome {}

    record Refused(Reason reason) implements Outcome {}

    /// No citizen's message of that conversation.
    record Missing() implements Outcome {}
  }

  boolean on() {
    return !translator.isEmpty();
  }

  /// The language clerks read in.
  String language() {
    return Language.CS.code();
  }

  List<Translation> of(long conversation) {
    return store.read(handle -> TranslationRows.of(handle, conversation));
  }

  /// A citizen's message in the clerks' language.
  Outcome of(long conversation, long message) {
    Optional<Translation> known =
        of(conversation).stream()
            .filter(one -> one.message() == message && one.language().equals(language()))
            .findFirst();
    if (known.isPresent()) {
      return new Outcome.Done(known.get());
    }
    Optional<Source> source =
        store.read(handle -> TranslationRows.source(handle, conversation, message));
    return source.map(this::made).orElseGet(Outcome.Missing::new);
  }

  private Outcome made(Source source) {
    return switch (say(source.text(), source.language(), language())) {
      case Said.Translated(String text) -> {
        var translation = new Translation(source.message(), language(), text, true);
        Instant now = clock.instant();
        store.write(handle -> TranslationRows.put(handle, translation, source.edition(), now));
        yield new Outcome.Done(translation);
      }
      case Said.Refused(Reason reason) -> new Outcome.Refused(reason);
    };
  }

  /// What a clerk is about to say, in a citizen's language; nothing of it is kept.
  Said say(String text, String from, String to) {
    return translator.stream()
        .findFirst()
        .map(one -> one.translate(text, from, to))
        .orElseGet(() -> new Said.Refused(Reason.UNREACHABLE));
  }
}
