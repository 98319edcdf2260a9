package cz.okenko.gateway.publishing;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.knowledge.ArticleTitle;
import cz.okenko.knowledge.Ask;
import cz.okenko.knowledge.Fact;
import cz.okenko.knowledge.FullArticle;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Link;
import cz.okenko.knowledge.Slug;
import cz.okenko.knowledge.Source;
import cz.okenko.knowledge.Variant;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `GET /api/articles` and what is below it: everything published, as data.
public final class ArticlesApi implements HttpService {
  private static final int USUAL_PAGE = 200;
  private static final int LARGEST_PAGE = 1_000;

  private final KnowledgeBase knowledge;
  private final LinkedServices services;

  public ArticlesApi(PublicOffice publicly) {
    this.knowledge = publicly.knowledge();
    this.services = new LinkedServices(publicly);
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/articles", this::list)
        .get("/api/articles.jsonld", this::linked)
        .get("/api/articles/{slug}", this::article);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Language language = language(request);
    int offset = number(request, "offset", 0, Integer.MAX_VALUE);
    int limit = number(request, "limit", USUAL_PAGE, LARGEST_PAGE);
    List<ArticleTitle> titles = knowledge.titles(language);
    List<Map<String, Object>> page =
        titles.stream()
            .skip(offset)
            .limit(limit)
            .flatMap(title -> knowledge.article(title.slug(), language).stream())
            .map(ArticlesApi::listed)
            .toList();
    var json = new LinkedHashMap<String, Object>();
    json.put("total", titles.size());
    json.put("offset", offset);
    json.put("articles", page);
    new Body(Body.JSON, Json.write(json)).sendTo(request, response, Status.OK_200);
  }

  private void article(ServerRequest request, ServerResponse response) {
    Language language = language(request);
    String slug = request.path().pathParameters().get("slug");
    FullArticle article =
        (Slug.isSlug(slug)
                ? knowledge.article(new Slug(slug), language)
                : Optional.<FullArticle>empty())
            .orElseThrow(() -> Problem.notFound().asException());
    Map<String, Object> json = whole(article);
    knowledge
        .easy(article.slug())
        .ifPresent(
            easy -> json.put("plain", Map.of("title", easy.title(), "sections", sections(easy))));
    new Body(Body.JSON, Json.write(json)).sendTo(request, response, Status.OK_200);
  }

  private void linked(ServerRequest request, ServerResponse response) {
    services.all().sendTo(request, response, Status.OK_200);
  }

  private static Map<String, Object> listed(FullArticle article) {
    var json = new LinkedHashMap<String, Object>();
    json.put("slug", article.slug().value());
    json.put("title", article.title());
    json.put("agenda", article.agenda());
    json.put("lang", article.language().code());
    json.put("languages", languages(article));
    json.put("easy", article.variants().contains(Variant.EASY));
    json.put("revision", article.revision());
    if (isKnown(article.checked())) {
      json.put("updated", article.checked().toString());
    }
    if (isKnown(article.reviewBy())) {
      json.put("reviewBy", article.reviewBy().toString());
    }
    return json;
  }

  private static boolean isKnown(LocalDate day) {
    return !day.equals(Fact.OPEN_END);
  }

  private static List<String> languages(FullArticle article) {
    if (article.variant() == Variant.FAQ) {
      return List.of(article.language().code());
    }
    return article.variants().stream()
        .filter(variant -> variant != Variant.EASY)
        .sorted()
        .map(variant -> variant.language().code())
        .toList();
  }

  private static Map<String, Object> whole(FullArticle article) {
    Map<String, Object> json = listed(article);
    json.put("authority", article.authority());
    json.put("sections", sections(article));
    json.put("caution", article.caution());
    if (!article.ask().isEmpty()) {
      json.put("ask", ask(article.ask()));
    }
    json.put("sources", article.sources().stream().map(ArticlesApi::source).toList());
    json.put("links", article.links().stream().map(ArticlesApi::link).toList());
    json.put(
        "related",
        article.related().stream()
            .map(title -> Map.of("slug", title.slug().value(), "title", title.title()))
            .toList());
    if (!article.url().toString().isEmpty()) {
      json.put("url", article.url().toString());
    }
    return json;
  }

  private static Map<String, Object> sections(FullArticle article) {
    var json = new LinkedHashMap<String, Object>();
    article.sections().forEach((section, text) -> json.put(section.code(), text));
    return json;
  }

  private static Map<String, Object> ask(Ask ask) {
    return Map.of(
        "question",
        ask.question(),
        "options",
        ask.options().stream().map(ArticlesApi::option).toList());
  }

  private static Map<String, Object> option(Ask.Option option) {
    return switch (option.next()) {
      case Ask.Next.Text(String text) -> Map.of("label", option.label(), "text", text);
      case Ask.Next.Continue(Slug slug) ->
          Map.of("label", option.label(), "article", slug.value());
      case Ask.Next.Further(Ask further) ->
          Map.of("label", option.label(), "ask", ask(further));
    };
  }

  private static Map<String, Object> source(Source source) {
    return Map.of(
        "statute", source.statute(),
        "paragraph", source.paragraph(),
        "url", source.url().toString(),
        "checked", source.checked().toString(),
        "confirmed", source.confirmed());
  }

  private static Map<String, Object> link(Link link) {
    return Map.of("label", link.label(), "url", link.url().toString());
  }

  private static Language language(ServerRequest request) {
    return Language.of(request.query().first("lang").orElse("cs"))
        .orElseThrow(
            () -> Problem.badRequest("\"lang\" is one of cs, en, uk, de.").asException());
  }

  private static int number(ServerRequest request, String name, int usual, int most) {
    String text = request.query().first(name).orElse(Integer.toString(usual));
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > most) {
      throw Problem.badRequest("\"" + name + "\" is a whole number, at most " + most + ".")
          .asException();
    }
    return Integer.parseInt(text);
  }
}
