package cz.okenko.faults;

import java.util.List;

/// Each is answered by one message, whatever was talked about before, and each differently, so that
/// two equal answers in a row are one answer that came twice.
final class Questions {
  private static final List<String> ALL =
      List.of(
          "kolik stojí nová občanka",
          "jak si vyřídím cestovní pas",
          "kolik se platí za psa",
          "kde mi ověří podpis");

  private Questions() {}

  /// Two of successive numbers differ.
  static String number(int n) {
    return ALL.get(n % ALL.size());
  }
}
