package cz.okenko.connectors.messenger;

/// The few words the connector says itself, in the languages of the office.
enum Words {
  /// Before the first answer, after a long pause and when a person spoke before (FB-19).
  MACHINE(
      "Odpovídá automat úřadu.",
      "This is the office's automated assistant.",
      "Відповідає автоматичний помічник управління.",
      "Hier antwortet der Automat des Amtes."),
  /// What a citizen sends by the button that opens a conversation.
  HELLO("Dobrý den", "Hello", "Добрий день", "Guten Tag"),
  /// In place of something the platform did not hand over.
  UNSUPPORTED(
      "(Zpráva, kterou Facebook úřadu nepředal. Najdete ji ve schránce stránky.)",
      "(A message that Facebook did not hand over. It is in the inbox of the page.)",
      "(Повідомлення, яке Facebook не передав. Воно у скриньці сторінки.)",
      "(Eine Nachricht, die Facebook nicht übergeben hat. Sie steht im Postfach der Seite.)"),
  /// In place of the text when somebody at the office sent only a file on Facebook.
  FILE_SENT(
      "(Příloha odeslaná přímo na Facebooku)",
      "(A file sent directly on Facebook)",
      "(Файл, надісланий безпосередньо у Facebook)",
      "(Eine Datei, direkt auf Facebook gesendet)"),
  /// Before the place on the map that a citizen sent.
  LOCATION("Poloha", "Location", "Місце", "Standort");

  private final String cs;
  private final String en;
  private final String uk;
  private final String de;

  Words(String cs, String en, String uk, String de) {
    this.cs = cs;
    this.en = en;
    this.uk = uk;
    this.de = de;
  }

  String in(String language) {
    return switch (language) {
      case "en" -> en;
      case "uk" -> uk;
      case "de" -> de;
      default -> cs;
    };
  }
}
