package cz.okenko.gateway.dialogue;

import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Transcript.Card;
import cz.okenko.connectors.Transcript.Handler;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.Turn;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.Language;
import java.util.List;
import java.util.Optional;

/// Goes on with what the citizen picked of the offered: an article or a part of it, an option of a
/// question tree, or nothing of it. Whatever else is written goes on to the next responder.
public final class ChoiceResponder implements Responder {
  private final Shelf shelf;
  private final Trees trees;
  private final Texts texts;

  public ChoiceResponder(KnowledgeBase knowledge, Shelf shelf, Texts texts) {
    this.shelf = shelf;
    this.trees = new Trees(knowledge, shelf, texts);
    this.texts = texts;
  }

  @Override
  public Optional<Reaction> respond(Turn turn) {
    if (!(turn.conversation().state() instanceof WithBot)) {
      return Optional.empty();
    }
    Language language = Language.of(turn.language()).orElse(Language.CS);
    return switch (Picking.of(turn)) {
      case Picking.Chosen(String value) ->
          shelf
              .passage(value, language)
              .map(passage -> trees.say(passage, language))
              .or(() -> trees.chosen(value, language));
      case Picking.NoneOfThem() -> Optional.of(noneOfThem(language));
      case Picking.SomethingElse() -> Optional.empty();
    };
  }

  private Reaction noneOfThem(Language language) {
    var person =
        new Choice(KnowledgeResponder.HANDOFF, texts.text(language, "dialogue.ask.person"));
    var card =
        new Card(
            "not-found", "", "", "", List.of(), List.of(), Handler.NONE, List.of(person));
    return Reaction.say(
        Utterance.bot(texts.text(language, "dialogue.none-of-them"), language.code(), card));
  }
}
