package cz.okenko.knowledge;

import java.util.List;

/// The part of an article that answers one aspect. `text` is Markdown with the facts filled in, and
/// its first sentence is the answer; `language` is that of the text, which may differ from the
/// question's; `revision` is the published revision the text was taken from. `ask` is the question
/// that leads on where life splits, or [Ask#NONE].
public record Passage(
    Slug slug,
    String title,
    Language language,
    Aspect aspect,
    String agenda,
    long revision,
    String text,
    List<Source> sources,
    List<Link> links,
    Ask ask) {

  public Passage {
    sources = List.copyOf(sources);
    links = List.copyOf(links);
  }
}
