package cz.okenko.gateway.publishing;

import cz.okenko.knowledge.Language;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A day as people write it in each language.
final class Days {
  private static final DateTimeFormatter CZECH =
      DateTimeFormatter.ofPattern("d. M. yyyy", Locale.ROOT);
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter DOTTED =
      DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

  private Days() {}

  static String said(LocalDate day, Language language) {
    return switch (language) {
      case CS -> CZECH.format(day);
      case EN -> ENGLISH.format(day);
      case UK, DE -> DOTTED.format(day);
    };
  }
}
