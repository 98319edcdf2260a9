package cz.okenko.knowledge.content;

import cz.okenko.knowledge.Answer.Emergency;
import cz.okenko.knowledge.Answer.SmallTalk;
import cz.okenko.knowledge.Submission;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is recognised by rule before anything is searched: wordings of all languages together.
///
/// @param fillers words that may stand between pieces of small talk
public record Intents(
    Map<SmallTalk.Kind, List<String>> smallTalk,
    List<String> fillers,
    List<String> handoff,
    Tampering tampering,
    Dangers dangers,
    Submissions submissions) {

  /// Nothing is recognised.
  public static final Intents NONE =
      new Intents(
          Map.of(),
          List.of(),
          List.of(),
          new Tampering(List.of(), List.of()),
          new Dangers(Map.of(), Map.of(), List.of()),
          new Submissions(Map.of(), List.of()));

  public Intents {
    smallTalk = inOrder(smallTalk);
    fillers = List.copyOf(fillers);
    handoff = List.copyOf(handoff);
  }

  /// The wordings of one kind of small talk.
  public List<String> smallTalk(SmallTalk.Kind kind) {
    return smallTalk.getOrDefault(kind, List.of());
  }

  /// A copy that keeps the order: of two wordings that fit alike the first counts.
  private static <K> Map<K, List<String>> inOrder(Map<K, List<String>> wordings) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(wordings));
  }

  /// Attempts to make the assistant something else or to get at what it keeps.
  ///
  /// @param asking what, after one, begins a question that is answered all the same
  public record Tampering(List<String> wordings, List<String> asking) {

    public Tampering {
      wordings = List.copyOf(wordings);
      asking = List.copyOf(asking);
    }
  }

  /// Wordings of danger.
  ///
  /// @param sure count whatever else the text holds
  /// @param likely count only when no wording of `errand` stands in the text
  public record Dangers(
      Map<Emergency.Kind, List<String>> sure,
      Map<Emergency.Kind, List<String>> likely,
      List<String> errand) {

    public Dangers {
      sure = inOrder(sure);
      likely = inOrder(likely);
      errand = List.copyOf(errand);
    }
  }

  /// Wordings by which something is filed.
  ///
  /// @param asking words that, shortly before one, make it a question
  public record Submissions(Map<Submission, List<String>> wordings, List<String> asking) {

    public Submissions {
      wordings = inOrder(wordings);
      asking = List.copyOf(asking);
    }
  }
}
