package cz.okenko.gateway.roster;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is written about a person, in the order of the CSV file.
enum Column {
  SIGN_IN(100),
  NAME(200),
  AGENDAS(2_000),
  ROOM(200),
  PHONE(100),
  LANGUAGES(100),
  HOURS(500),
  DEPUTY(100),
  CAPACITY(5),
  PUBLIC(5),
  ABSENCES(1_000);

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final int longest;

  Column(int longest) {
    this.longest = longest;
  }

  /// Its name in the first line of the file and in requests.
  String code() {
    return code;
  }

  /// In UTF-16 units.
  int longest() {
    return longest;
  }

  static Optional<Column> of(String code) {
    return Arrays.stream(values()).filter(column -> column.code.equals(code)).findFirst();
  }
}
