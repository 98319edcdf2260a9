package cz.okenko.knowledge;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What is said around facts and under answers, in one language. `{0}` and `{1}` are filled in.
record Sentences(
    DateTimeFormatter day,
    String bring,
    String oneUnsure,
    String severalUnsure,
    String notReviewed,
    String expired,
    String early,
    String changed) {

  private static final Sentences CZECH =
      new Sentences(
          DateTimeFormatter.ofPattern("d. M. yyyy", Locale.ROOT),
          "Co si vzít s sebou:",
          "Údaj „{0}“ uvádíme podle stavu k {1}, raději si ho u nás ověřte.",
          "Některé částky a lhůty uvádíme podle stavu k {1}, raději si je u nás ověřte.",
          "Údaje platí ke dni {1}, ověřte si je u nás.",
          "… (do {1} platilo: {0})",
          "… (od {1} bude platit: {0})",
          "Tam, kde jsou tři tečky, se údaj změnil nebo teprve začne platit; co platí dnes, si u nás"
              + " ověřte.");

  private static final Sentences ENGLISH =
      new Sentences(
          DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH),
          "What to bring:",
          "“{0}” is what we know as of {1}; please check it with us.",
          "Some of the amounts and time limits are what we know as of {1}; please check them with"
              + " us.",
          "This information was valid as of {1}; please check it with us.",
          "… (until {1} it was: {0})",
          "… (from {1} it will be: {0})",
          "Where you see three dots, the figure has changed or does not apply yet; please ask us"
              + " what applies today.");

  private static final Sentences UKRAINIAN =
      new Sentences(
          DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT),
          "Що взяти з собою:",
          "Дані «{0}» наведено станом на {1}, краще уточніть їх у нас.",
          "Деякі суми та строки наведено станом на {1}, краще уточніть їх у нас.",
          "Дані дійсні станом на {1}, уточніть їх у нас.",
          "… (до {1} діяло: {0})",
          "… (з {1} діятиме: {0})",
          "Там, де стоять три крапки, дані змінилися або ще не діють; що діє сьогодні, уточніть у"
              + " нас.");

  private static final Sentences GERMAN =
      new Sentences(
          DateTimeFormatter.ofPattern("d. M. yyyy", Locale.ROOT),
          "Das bringen Sie mit:",
          "Die Angabe „{0}“ entspricht dem Stand vom {1}; bitte fragen Sie bei uns nach.",
          "Einige Beträge und Fristen entsprechen dem Stand vom {1}; bitte fragen Sie bei uns nach.",
          "Die Angaben gelten mit Stand vom {1}; bitte fragen Sie bei uns nach.",
          "… (bis {1} galt: {0})",
          "… (ab {1} gilt: {0})",
          "Wo drei Punkte stehen, hat sich die Angabe geändert oder gilt noch nicht; was heute gilt,"
              + " erfahren Sie bei uns.");

  static Sentences in(Language language) {
    return switch (language) {
      case CS -> CZECH;
      case EN -> ENGLISH;
      case UK -> UKRAINIAN;
      case DE -> GERMAN;
    };
  }

  String filled(String sentence, String value, LocalDate date) {
    return sentence.replace("{1}", day.format(date)).replace("{0}", value);
  }
}
