package cz.okenko.gateway.web;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.knowledge.Answer;
import cz.okenko.knowledge.Ask;
import cz.okenko.knowledge.Aspect;
import cz.okenko.knowledge.Candidate;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Link;
import cz.okenko.knowledge.Passage;
import cz.okenko.knowledge.Question;
import cz.okenko.knowledge.Referral;
import cz.okenko.knowledge.Slug;
import cz.okenko.knowledge.Source;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `GET /api/answer?q=…&lang=cs&about=SLUG`: the search alone, without a conversation.
public final class AnswerApi implements HttpService {
  private final KnowledgeBase knowledge;

  public AnswerApi(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/api/answer", this::answer);
  }

  private void answer(ServerRequest request, ServerResponse response) {
    String text =
        request
            .query()
            .first("q")
            .orElseThrow(() -> Problem.badRequest("\"q\" is the question.").asException());
    if (text.length() > Question.LONGEST_TEXT) {
      throw Problem.tooLarge("A question may have " + Question.LONGEST_TEXT + " characters.")
          .asException();
    }
    Language language = language(request, text);
    Answer answer = knowledge.answer(new Question(text, language, context(request)));
    Json.send(response, json(answer, language));
  }

  /// The language the question is clearly in, else the one asked for, else Czech.
  private static Language language(ServerRequest request, String text) {
    Language wanted =
        Language.of(request.query().first("lang").orElse("cs"))
            .orElseThrow(
                () -> Problem.badRequest("\"lang\" is one of cs, en, uk, de.").asException());
    return Language.clearlyOf(text).orElse(wanted);
  }

  private Question.Context context(ServerRequest request) {
    String about = request.query().first("about").orElse("");
    if (about.isEmpty()) {
      return new Question.Context.Fresh();
    }
    if (!Slug.isSlug(about) || !knowledge.knows(new Slug(about))) {
      throw Problem.badRequest("\"about\" is not the slug of an article.").asException();
    }
    return new Question.Context.About(new Slug(about));
  }

  private Map<String, Object> json(Answer answer, Language asked) {
    var json = new LinkedHashMap<String, Object>();
    json.put("outcome", outcome(answer));
    json.put("language", asked.code());
    json.put("confidence", answer.confidence());
    json.put("candidates", answer.candidates().stream().map(AnswerApi::candidate).toList());
    json.put("shown", answer.shown());
    switch (answer) {
      case Answer.Found found -> {
        json.put("language", found.passage().language().code());
        json.put("answer", passage(found.passage()));
      }
      case Answer.Filed filed -> {
        json.put("submission", filed.kind().code());
        knowledge
            .passage(filed.kind().article(), asked, Aspect.HOW)
            .ifPresent(how -> json.put("answer", passage(how)));
      }
      case Answer.Elsewhere elsewhere -> json.put("answer", referral(elsewhere.referral()));
      case Answer.Ambiguous _,
          Answer.NotFound _,
          Answer.SmallTalk _,
          Answer.HandoffWish _,
          Answer.Emergency _ -> {}
    }
    return json;
  }

  private static String outcome(Answer answer) {
    return switch (answer) {
      case Answer.Found _, Answer.Filed _ -> "found";
      case Answer.Ambiguous _ -> "ambiguous";
      case Answer.Elsewhere _ -> "elsewhere";
      case Answer.NotFound _ -> "not-found";
      case Answer.SmallTalk _ -> "small-talk";
      case Answer.HandoffWish _ -> "handoff";
      case Answer.Emergency _ -> "emergency";
    };
  }

  private static Map<String, Object> candidate(Candidate candidate) {
    return Map.of(
        "slug", candidate.slug().value(),
        "title", candidate.title(),
        "score", candidate.score());
  }

  private static Map<String, Object> passage(Passage passage) {
    var json = new LinkedHashMap<String, Object>();
    json.put("slug", passage.slug().value());
    json.put("title", passage.title());
    json.put("lang", passage.language().code());
    json.put("aspect", passage.aspect().code());
    json.put("text", passage.text());
    json.put("sources", passage.sources().stream().map(AnswerApi::source).toList());
    json.put("links", links(passage.links()));
    if (!passage.ask().isEmpty()) {
      json.put("ask", ask(passage.ask()));
    }
    return json;
  }

  private static Map<String, Object> ask(Ask ask) {
    return Map.of(
        "question", ask.question(),
        "options", ask.options().stream().map(AnswerApi::option).toList());
  }

  private static Map<String, Object> option(Ask.Option option) {
    return switch (option.next()) {
      case Ask.Next.Text(String text) -> Map.of("label", option.label(), "text", text);
      case Ask.Next.Continue(Slug article) ->
          Map.of("label", option.label(), "article", article.value());
      case Ask.Next.Further(Ask further) ->
          Map.of("label", option.label(), "ask", ask(further));
    };
  }

  private static Map<String, Object> referral(Referral referral) {
    return Map.of(
        "title", referral.title(),
        "lang", Language.CS.code(),
        "text", referral.text(),
        "sources", List.of(),
        "links", links(referral.links()));
  }

  private static Map<String, Object> source(Source source) {
    return Map.of(
        "statute", source.statute(),
        "paragraph", source.paragraph(),
        "url", source.url().toString(),
        "checked", source.checked().toString(),
        "confirmed", source.confirmed());
  }

  private static List<Map<String, Object>> links(List<Link> links) {
    return links.stream()
        .map(link -> Map.<String, Object>of("label", link.label(), "url", link.url().toString()))
        .toList();
  }
}
