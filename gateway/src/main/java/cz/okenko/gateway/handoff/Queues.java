package cz.okenko.gateway.handoff;

import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.Conversation.Topic;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.Snoozed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.Person;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.Slug;
import java.util.Optional;
import java.util.function.Predicate;

/// Which queue a matter belongs to: that of the agenda whose article was being talked about, else
/// the office's general one, also when everybody of the agenda is away.
public final class Queues {
  private static final String GENERAL = "kontakt-urad";

  private final Office office;
  private final KnowledgeBase knowledge;
  private final Predicate<String> staffed;

  /// @param staffed whether anybody of an agenda is not away
  public Queues(Office office, KnowledgeBase knowledge, Predicate<String> staffed) {
    this.office = office;
    this.knowledge = knowledge;
    this.staffed = staffed;
  }

  /// The queue of whatever belongs to no other.
  public QueueId general() {
    return office
        .agenda(GENERAL)
        .or(() -> office.agendas().stream().findFirst())
        .map(agenda -> new QueueId(agenda.id()))
        .orElseGet(() -> new QueueId(GENERAL));
  }

  QueueId of(Conversation conversation) {
    return agenda(conversation.topic())
        .filter(agenda -> office.agenda(agenda).isPresent() && staffed.test(agenda))
        .map(QueueId::new)
        .orElseGet(this::general);
  }

  /// Of the article being talked about.
  private Optional<String> agenda(Topic topic) {
    return Slug.isSlug(topic.slug())
        ? knowledge.agenda(new Slug(topic.slug()))
        : Optional.empty();
  }

  /// The queue it stands in, else the one it would come to.
  QueueId standing(Conversation conversation) {
    return switch (conversation.state()) {
      case Waiting waiting -> waiting.queue();
      case WithClerk held -> held.queue();
      case Snoozed put -> put.queue();
      case WithBot _, Closed _ -> of(conversation);
    };
  }

  /// A queue of that person for what stands in another one: the same if they handle it, else the first of
  /// theirs in the order of the office.
  QueueId fitting(Person person, QueueId standing) {
    return person.handles(standing.value())
        ? standing
        : office.agendas().stream()
            .map(Agenda::id)
            .filter(person::handles)
            .findFirst()
            .map(QueueId::new)
            .orElse(standing);
  }

  /// The agenda's name as people say it.
  public String name(QueueId queue) {
    return office.agenda(queue.value()).map(Agenda::name).orElse(queue.value());
  }
}
