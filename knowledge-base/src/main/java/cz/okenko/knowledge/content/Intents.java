package cz.okenko.knowledge.content;

import cz.okenko.knowledge.Answer.Emergency;
import cz.okenko.knowledge.Answer.SmallTalk;
import java.util.List;
import java.util.Map;

/// What is recognised by rule before anything is searched: wordings of all languages together.
public record Intents(
    Map<SmallTalk.Kind, List<String>> smallTalk,
    List<String> handoff,
    Map<Emergency.Kind, List<String>> emergency) {

  public Intents {
    smallTalk = Map.copyOf(smallTalk);
    handoff = List.copyOf(handoff);
    emergency = Map.copyOf(emergency);
  }
}
