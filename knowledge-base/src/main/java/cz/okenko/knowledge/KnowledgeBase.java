package cz.okenko.knowledge;

import cz.okenko.knowledge.store.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Answers citizens' questions from the office's articles. Open one per office; safe for use by
/// many threads.
public final class KnowledgeBase implements AutoCloseable {

  private KnowledgeBase() {}

  /// Loads the content as revisions (never over an office's own edits) and builds the index.
  ///
  /// @throws ContentException with all faults, when the content is broken; then nothing was loaded
  public static KnowledgeBase open(
      KnowledgeSettings settings, Database database, InstantSource clock) {
    return new KnowledgeBase();
  }

  /// Answers any text whatever; never throws because of what a citizen wrote.
  public Answer answer(Question question) {
    return new Answer.NotFound(List.of(), 0);
  }

  /// The part of an article that answers the aspect, as [Answer.Found] would carry it.
  public Optional<Passage> passage(Slug slug, Language language, Aspect aspect) {
    return Optional.empty();
  }

  /// All published articles in the order of their titles.
  public List<ArticleTitle> titles(Language language) {
    return List.of();
  }

  @Override
  public void close() {}
}
