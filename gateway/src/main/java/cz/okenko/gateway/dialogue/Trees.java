package cz.okenko.gateway.dialogue;

import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Transcript.Card;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.Conversation.Topic;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.knowledge.Ask;
import cz.okenko.knowledge.Aspect;
import cz.okenko.knowledge.FullArticle;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Passage;
import cz.okenko.knowledge.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says an article and asks the questions of its tree. Where in the tree a citizen stands is told
/// by the choices under the last line alone, so it outlives the process: `ask:SLUG:0.2` is the third
/// option of the question under the first option, `ask:SLUG:` the first question.
final class Trees {
  private static final String SCHEME = "ask:";

  private final KnowledgeBase knowledge;
  private final Shelf shelf;
  private final Texts texts;

  Trees(KnowledgeBase knowledge, Shelf shelf, Texts texts) {
    this.knowledge = knowledge;
    this.shelf = shelf;
    this.texts = texts;
  }

  /// Says the passage; when it is the whole answer of an article in which life splits, asks.
  Reaction say(Passage passage, Language language) {
    Card card = shelf.card(passage, language);
    Ask ask = passage.aspect() == Aspect.GENERAL ? passage.ask() : Ask.NONE;
    Utterance said =
        ask.isEmpty()
            ? Utterance.bot(passage.text(), passage.language().code(), card)
            : Utterance.bot(
                passage.text() + "\n\n**" + ask.question() + "**",
                passage.language().code(),
                with(card, options(passage.slug(), "", ask)));
    return about(said, passage);
  }

  /// What follows a picked choice; empty when it is none of a tree or the tree was changed meanwhile.
  Optional<Reaction> chosen(String choice, Language language) {
    String[] parts = choice.split(":", -1);
    if (!choice.startsWith(SCHEME) || parts.length != 3 || !Slug.isSlug(parts[1])) {
      return Optional.empty();
    }
    Slug slug = new Slug(parts[1]);
    return next(tree(slug, language), parts[2])
        .flatMap(
            next ->
                switch (next) {
                  case Ask.Next.Text(String text) -> said(slug, text, parts[2], language);
                  case Ask.Next.Continue(Slug article) ->
                      knowledge
                          .chosen(article, language, Aspect.GENERAL)
                          .map(passage -> say(passage, language));
                  case Ask.Next.Further(Ask ask) -> asked(slug, ask, parts[2], language);
                });
  }

  private Optional<Reaction> said(Slug slug, String text, String path, Language language) {
    return line(slug, text, List.of(back(slug, path, language)), language);
  }

  private Optional<Reaction> asked(Slug slug, Ask ask, String path, Language language) {
    List<Choice> choices = new ArrayList<>(options(slug, path, ask));
    if (!path.isEmpty()) {
      choices.add(back(slug, path, language));
    }
    return line(slug, "**" + ask.question() + "**", choices, language);
  }

  private Optional<Reaction> line(
      Slug slug, String text, List<Choice> choices, Language language) {
    return knowledge
        .passage(slug, language, Aspect.GENERAL)
        .map(
            passage ->
                about(
                    Utterance.bot(
                        text,
                        passage.language().code(),
                        with(shelf.card(passage, language), choices)),
                    passage));
  }

  private Ask tree(Slug slug, Language language) {
    return knowledge.article(slug, language).map(FullArticle::ask).orElse(Ask.NONE);
  }

  /// What stands at a path of the tree: the first question itself, or what follows an option.
  private static Optional<Ask.Next> next(Ask root, String path) {
    if (root.isEmpty()) {
      return Optional.empty();
    }
    Ask.Next at = new Ask.Next.Further(root);
    for (String step : path.isEmpty() ? new String[0] : path.split("\\.", -1)) {
      boolean leads =
          step.matches("\\d")
              && at instanceof Ask.Next.Further(Ask ask)
              && Integer.parseInt(step) < ask.options().size();
      if (!leads) {
        return Optional.empty();
      }
      at = ((Ask.Next.Further) at).ask().options().get(Integer.parseInt(step)).next();
    }
    return Optional.of(at);
  }

  private static List<Choice> options(Slug slug, String path, Ask ask) {
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < ask.options().size(); i++) {
      String step = path.isEmpty() ? Integer.toString(i) : path + "." + i;
      choices.add(new Choice(value(slug, step), ask.options().get(i).label()));
    }
    return choices;
  }

  /// Back from what follows the option at `path` to the question it stands under.
  private Choice back(Slug slug, String path, Language language) {
    String question = path.substring(0, Math.max(0, path.lastIndexOf('.')));
    return new Choice(value(slug, question), texts.text(language, "dialogue.back"));
  }

  private static String value(Slug slug, String path) {
    return SCHEME + slug.value() + ":" + path;
  }

  private static Card with(Card card, List<Choice> choices) {
    return new Card(
        card.outcome(),
        card.slug(),
        card.title(),
        card.aspect(),
        card.sources(),
        card.links(),
        card.handler(),
        choices);
  }

  private static Reaction about(Utterance said, Passage passage) {
    var topic = new Topic(passage.slug().value(), passage.title());
    return Reaction.say(said).and(conversation -> conversation.about(topic));
  }
}
