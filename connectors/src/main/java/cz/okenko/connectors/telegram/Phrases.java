package cz.okenko.connectors.telegram;

import java.util.Locale;

/// The few things the channel itself says, in the four languages; the office's own words come from
/// the gateway.
enum Phrases {
  /// Said once in each chat, before the first answer (TG-14; Regulation (EU) 2024/1689, Art.
  /// 50(1)).
  FIRST_CONTACT(
      "Píšete si s úřadem přes Telegram. Odpovídá automat, úředníka si můžete vyžádat."
          + " Zprávy botům nejsou šifrované mezi koncovými zařízeními, čte je i server Telegramu."
          + " Rodné číslo, čísla dokladů ani údaje o zdraví sem prosím nepište;"
          + " jiné cesty na úřad najdete na %s.",
      "You are writing to the town office through Telegram. A machine answers; you can ask for a"
          + " clerk. Messages to bots are not end-to-end encrypted, Telegram's servers can read"
          + " them. Please do not send personal identification numbers, document numbers or health"
          + " details here; other ways to reach the office are at %s.",
      "Ви пишете до міського управління через Telegram. Відповідає автомат, можна попросити"
          + " працівника. Повідомлення ботам не мають наскрізного шифрування, їх бачить сервер"
          + " Telegram. Будь ласка, не надсилайте сюди особистий номер, номери документів чи дані"
          + " про здоров’я; інші способи звернутися до управління: %s.",
      "Sie schreiben dem Amt über Telegram. Es antwortet ein Automat, Sie können einen Menschen"
          + " verlangen. Nachrichten an Bots sind nicht Ende-zu-Ende-verschlüsselt, der Server von"
          + " Telegram kann sie lesen. Bitte senden Sie hier keine Geburtsnummer, Ausweisnummern"
          + " oder Angaben zur Gesundheit; andere Wege zum Amt finden Sie unter %s."),
  /// A button nobody knows any more (TG-06).
  OLD_BUTTON(
      "Tohle tlačítko už neplatí. Napište prosím svůj dotaz znovu.",
      "This button is no longer valid. Please write your question again.",
      "Ця кнопка вже не діє. Будь ласка, напишіть своє запитання ще раз.",
      "Diese Schaltfläche gilt nicht mehr. Bitte schreiben Sie Ihre Frage noch einmal."),
  /// A file Telegram does not hand over (TG-09).
  TOO_BIG(
      "Soubor je větší než 20 MB a Telegram nám ho nevydá. Pošlete ho prosím zmenšený,"
          + " nebo jinou cestou: najdete je na %s.",
      "The file is larger than 20 MB and Telegram does not hand it over to us. Please send a"
          + " smaller one, or use another way: see %s.",
      "Файл більший за 20 МБ, і Telegram нам його не передасть. Надішліть, будь ласка, менший файл"
          + " або скористайтеся іншим способом: %s.",
      "Die Datei ist größer als 20 MB, Telegram gibt sie uns nicht heraus. Bitte senden Sie sie"
          + " verkleinert oder auf einem anderen Weg: siehe %s."),
  /// What `/start` and `/help` ask the office.
  GREETING("Dobrý den", "Hello", "Добрий день", "Guten Tag");

  private final String cs;
  private final String en;
  private final String uk;
  private final String de;

  Phrases(String cs, String en, String uk, String de) {
    this.cs = cs;
    this.en = en;
    this.uk = uk;
    this.de = de;
  }

  /// @param language one of en, uk, de; Czech for any other
  String in(String language) {
    return switch (language) {
      case "en" -> en;
      case "uk" -> uk;
      case "de" -> de;
      default -> cs;
    };
  }

  /// The same with where else the office is found.
  String in(String language, Object place) {
    return in(language).formatted(place);
  }

  /// Which of the four languages is meant by Telegram's `language_code` (an IETF tag); empty when
  /// none is. Slovaks understand Czech.
  static String language(String tag) {
    String main = tag.replaceFirst("[-_].*", "").toLowerCase(Locale.ROOT);
    return switch (main) {
      case "cs", "sk" -> "cs";
      case "en", "uk", "de" -> main;
      default -> "";
    };
  }
}
