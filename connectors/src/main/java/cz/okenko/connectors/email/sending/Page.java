package cz.okenko.connectors.email.sending;

import cz.okenko.connectors.Choice;
import java.util.List;
import java.util.Optional;

/// What stands in a mail of ours, before it is plain text or HTML.
///
/// @param language of all of it
/// @param office its name
/// @param colour of the brand, `#rrggbb`
/// @param speaker who says it, possibly empty
/// @param choices to answer by their number
/// @param wayOn address of the web chat that goes on with the matter
record Page(
    String language,
    String office,
    String colour,
    String speaker,
    String markdown,
    List<Choice> choices,
    String wayOn,
    Phrases phrases) {
  Page {
    choices = List.copyOf(choices);
  }

  /// How the citizen answers, when there is something to pick.
  Optional<String> howToPick() {
    return choices.isEmpty() ? Optional.empty() : Optional.of(phrases.pick());
  }
}
