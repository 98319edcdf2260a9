package cz.okenko.knowledge;

import java.util.List;
import java.util.function.UnaryOperator;

/// A question of a life situation where life splits (under 15 or older, lost or expired), to be
/// answered by choosing. Two to five options, at most three questions deep. [#NONE] when nothing
/// splits.
public record Ask(String question, List<Option> options) {

  /// Nothing to ask.
  public static final Ask NONE = new Ask("", List.of());

  /// A label becomes a button.
  public static final int LONGEST_LABEL = 40;

  /// How many questions may follow one another.
  public static final int DEEPEST = 3;

  public Ask {
    options = List.copyOf(options);
  }

  /// Whether there is nothing to ask.
  public boolean isEmpty() {
    return options.isEmpty();
  }

  /// The same tree with every question, label and text replaced.
  Ask with(UnaryOperator<String> change) {
    return new Ask(
        change.apply(question),
        options.stream()
            .map(option -> new Option(change.apply(option.label()), option.next().with(change)))
            .toList());
  }

  /// One answer to choose.
  public record Option(String label, Next next) {}

  /// What follows when an option is chosen.
  public sealed interface Next {

    /// The answer, as Markdown.
    record Text(String text) implements Next {}

    /// Another article goes on from here.
    record Continue(Slug article) implements Next {}

    /// A further question.
    record Further(Ask ask) implements Next {}

    private Next with(UnaryOperator<String> change) {
      return switch (this) {
        case Text(String text) -> new Text(change.apply(text));
        case Continue(Slug article) -> new Continue(article);
        case Further(Ask ask) -> new Further(ask.with(change));
      };
    }
  }
}
