package cz.okenko.knowledge.content;

import cz.okenko.knowledge.Link;
import java.util.List;

/// A neighbouring matter the office does not handle, with what people write about it.
public record Topic(
    String topic, String title, String text, List<Link> links, List<String> phrases) {

  public Topic {
    links = List.copyOf(links);
    phrases = List.copyOf(phrases);
  }
}
