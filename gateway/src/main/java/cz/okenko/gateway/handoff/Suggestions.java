package cz.okenko.gateway.handoff;

import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.store.Store;
import cz.okenko.knowledge.Answer;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Question;
import cz.okenko.knowledge.Slug;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What the bot would say to what the citizen asked last, for the clerk to send or to change. Asked
/// anew each time, so it follows the articles. Safe for any thread.
final class Suggestions {
  private final Store store;
  private final KnowledgeBase knowledge;

  Suggestions(Store store, KnowledgeBase knowledge) {
    this.store = store;
    this.knowledge = knowledge;
  }

  /// @param text Markdown
  /// @param slug the article it stands in, empty when it names another office
  /// @param confidence 0–1
  record Suggestion(String text, String slug, String title, double confidence) {}

  /// Empty when the bot has no answer, or the citizen asked nothing.
  Optional<Suggestion> of(Conversation conversation) {
    return store
        .read(handle -> asked(handle, conversation.id()))
        .flatMap(text -> said(text, conversation));
  }

  private Optional<Suggestion> said(String text, Conversation conversation) {
    Language language = Language.of(conversation.language()).orElse(Language.CS);
    String slug = conversation.topic().slug();
    Question.Context context =
        slug.isEmpty()
            ? new Question.Context.Fresh()
            : new Question.Context.About(new Slug(slug));
    return switch (knowledge.answer(new Question(text, language, context))) {
      case Answer.Found found ->
          Optional.of(
              new Suggestion(
                  found.passage().text(),
                  found.passage().slug().value(),
                  found.passage().title(),
                  found.confidence()));
      case Answer.Elsewhere elsewhere ->
          Optional.of(
              new Suggestion(
                  elsewhere.referral().text(),
                  "",
                  elsewhere.referral().title(),
                  elsewhere.confidence()));
      case Answer.Ambiguous _, Answer.NotFound _, Answer.SmallTalk _, Answer.Filed _,
          Answer.HandoffWish _, Answer.Emergency _ ->
          Optional.empty();
    };
  }

  /// What the citizen wrote last; the button that asks for a person asks nothing.
  private static Optional<String> asked(Handle handle, ConversationId id) {
    return handle
        .createQuery(
            """
            select text
              from message
             where conversation = :id and author = 'citizen' and choice <> 'handoff' and text <> ''
             order by id desc
             limit 1
            """)
        .bind("id", id.value())
        .mapTo(String.class)
        .findFirst();
  }
}
