package cz.okenko.gateway.handoff;

import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.store.Store;
import cz.okenko.knowledge.Answer;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Question;
import cz.okenko.knowledge.Slug;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What the bot would say to the last question of the citizen, for the clerk to send or to change. Asked
/// anew each time, so it follows the articles. Safe for any thread.
final class Suggestions {

  /// How far back a question is looked for behind thanks and the wish for a person.
  private static final int MOST = 5;

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
    for (String text : store.read(handle -> written(handle, conversation.id()))) {
      Answer answer = knowledge.considered(question(text, conversation));
      if (!(answer instanceof Answer.HandoffWish || answer instanceof Answer.SmallTalk)) {
        return suggestion(answer);
      }
    }
    return Optional.empty();
  }

  private static Question question(String text, Conversation conversation) {
    Language language = Language.of(conversation.language()).orElse(Language.CS);
    String slug = conversation.topic().slug();
    Question.Context context =
        slug.isEmpty()
            ? new Question.Context.Fresh()
            : new Question.Context.About(new Slug(slug));
    return new Question(text, language, context);
  }

  private static Optional<Suggestion> suggestion(Answer answer) {
    return switch (answer) {
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

  /// What the citizen wrote, the last first; the button that asks for a person asks nothing.
  private static List<String> written(Handle handle, ConversationId id) {
    return handle
        .createQuery(
            """
            select text
              from message
             where conversation = :id and author = 'citizen' and choice <> 'handoff' and text <> ''
             order by id desc
             limit :most
            """)
        .bind("id", id.value())
        .bind("most", MOST)
        .mapTo(String.class)
        .list();
  }
}
