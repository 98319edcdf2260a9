package cz.okenko.gateway.publishing;

import static cz.okenko.gateway.publishing.Html.at;
import static cz.okenko.gateway.publishing.Html.el;
import static cz.okenko.gateway.publishing.Html.nothing;
import static cz.okenko.gateway.publishing.Html.row;
import static cz.okenko.gateway.publishing.Html.text;

import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.directory.Brand;
import cz.okenko.gateway.publishing.Html.Markup;
import cz.okenko.gateway.publishing.PageFrame.Page;
import cz.okenko.knowledge.ArticleTitle;
import cz.okenko.knowledge.FullArticle;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Question;
import cz.okenko.knowledge.Section;
import cz.okenko.knowledge.Slug;
import cz.okenko.knowledge.Variant;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The public pages of life situations, in every language of the office, with what leads there: the
/// office's colours, a map of the site, and a word to robots. Without scripts.
public final class SituationsApi implements HttpService {
  private final KnowledgeBase knowledge;
  private final Texts texts;
  private final Brand brand;
  private final Addresses addresses;
  private final Set<Language> languages;
  private final PageFrame frame;
  private final ListPage list;
  private final ArticlePage articles;
  private final SchemaOrg data;
  private final ArticlesApi asData;

  public SituationsApi(PublicOffice publicly) {
    this.knowledge = publicly.knowledge();
    this.texts = publicly.texts();
    this.brand = publicly.office().brand();
    this.addresses = publicly.addresses();
    this.languages = new LinkedHashSet<>(publicly.office().languages());
    this.languages.add(Language.CS);
    this.frame = new PageFrame(publicly.office(), texts, addresses);
    this.list = new ListPage(publicly.office(), texts, addresses, knowledge);
    this.articles = new ArticlePage(publicly.office(), publicly.door(), texts, addresses);
    this.data = new SchemaOrg(publicly.office(), texts, addresses);
    this.asData = new ArticlesApi(publicly);
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/situace", (request, response) -> list(request, response, Language.CS))
        .get("/situace/{slug}", (request, response) -> article(request, response, Language.CS))
        .get("/situace/{slug}/snadne", this::easy)
        .get("/{lang}/situace", this::foreignList)
        .get("/{lang}/situace/{slug}", this::foreignArticle)
        .get("/brand/brand.css", this::colours)
        .get("/sitemap.xml", this::map)
        .get("/robots.txt", this::robots)
        .register(asData);
  }

  private void foreignList(ServerRequest request, ServerResponse response) {
    foreign(request).ifPresentOrElse(l -> list(request, response, l), response::next);
  }

  private void foreignArticle(ServerRequest request, ServerResponse response) {
    foreign(request).ifPresentOrElse(l -> article(request, response, l), response::next);
  }

  /// Czech has no folder of its own, so that every page has one address.
  private Optional<Language> foreign(ServerRequest request) {
    String code = request.path().pathParameters().get("lang");
    return Language.of(code)
        .filter(language -> language.code().equals(code) && language != Language.CS)
        .filter(languages::contains);
  }

  private void list(ServerRequest request, ServerResponse response, Language language) {
    String question = request.query().first("q").orElse("").strip();
    if (question.length() > Question.LONGEST_TEXT) {
      throw Problem.tooLarge("A question may have " + Question.LONGEST_TEXT + " characters.")
          .asException();
    }
    Map<Language, String> others = new EnumMap<>(Language.class);
    languages.forEach(other -> others.put(other, addresses.list(other)));
    Markup main =
        question.isEmpty()
            ? list.all(language)
            : list.found(
                question,
                knowledge.answer(
                    new Question(question, language, new Question.Context.Fresh())),
                language);
    String key = question.isEmpty() ? "pages.title" : "pages.search.heading";
    var page =
        new Page(
            language,
            texts.text(language, key),
            "",
            addresses.list(language),
            others,
            Addresses.CHAT,
            question.isEmpty(),
            nothing(),
            main);
    new Body(Body.HTML, frame.html(page)).sendTo(request, response, Status.OK_200);
  }

  private void article(ServerRequest request, ServerResponse response, Language language) {
    asked(request)
        .flatMap(slug -> knowledge.article(slug, language))
        .ifPresentOrElse(
            article -> show(request, response, article, language),
            () -> missing(request, response, language));
  }

  private void easy(ServerRequest request, ServerResponse response) {
    asked(request)
        .flatMap(knowledge::easy)
        .ifPresentOrElse(
            article -> show(request, response, article, Language.CS),
            () -> missing(request, response, Language.CS));
  }

  private static Optional<Slug> asked(ServerRequest request) {
    String slug = request.path().pathParameters().get("slug");
    return Slug.isSlug(slug) ? Optional.of(new Slug(slug)) : Optional.empty();
  }

  private void show(
      ServerRequest request, ServerResponse response, FullArticle article, Language language) {
    boolean easy = article.variant() == Variant.EASY;
    String path =
        easy ? addresses.easy(article.slug()) : addresses.article(article.slug(), language);
    // A page whose text is Czech for want of a translation is no version in another language.
    boolean own = article.language() == language;
    String answer = article.sections().getOrDefault(Section.ANSWER, "");
    var page =
        new Page(
            language,
            article.title(),
            PlainText.lead(answer),
            path,
            easy ? Map.of(Language.CS, path) : wordings(article),
            Addresses.chat(article.slug()),
            own,
            own ? data.of(article, path) : nothing(),
            articles.main(article, language));
    new Body(Body.HTML, frame.html(page)).sendTo(request, response, Status.OK_200);
  }

  private Map<Language, String> wordings(FullArticle article) {
    Map<Language, String> wordings = new EnumMap<>(Language.class);
    for (Language language : languages) {
      if (isWritten(article, language)) {
        wordings.put(language, addresses.article(article.slug(), language));
      }
    }
    return wordings;
  }

  private static boolean isWritten(FullArticle article, Language language) {
    return article.variants().contains(Variant.of(language)) || article.language() == language;
  }

  private void missing(ServerRequest request, ServerResponse response, Language language) {
    String title = texts.text(language, "pages.missing");
    Markup main =
        row(
            el("h1", text(title)),
            el(
                "p",
                el(
                    "a",
                    at("href", addresses.list(language)),
                    text(texts.text(language, "pages.all")))));
    String path = addresses.list(language);
    var page =
        new Page(language, title, "", path, Map.of(), Addresses.CHAT, false, nothing(), main);
    new Body(Body.HTML, frame.html(page)).sendTo(request, response, Status.NOT_FOUND_404);
  }

  private void colours(ServerRequest request, ServerResponse response) {
    String light = colours(brand.light());
    String dark = colours(brand.dark());
    String css =
        ":root {%s}\n@media (prefers-color-scheme: dark) {\n  :root {%s}\n}\n"
            .formatted(light, dark);
    new Body(Body.CSS, css).sendTo(request, response, Status.OK_200);
  }

  private static String colours(Brand.Palette palette) {
    return "--okenko-color-action: %s; --okenko-color-action-ink: %s; --okenko-color-action-soft: %s"
        .formatted(palette.action().hex(), palette.actionInk().hex(), palette.actionSoft().hex());
  }

  private void map(ServerRequest request, ServerResponse response) {
    var xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
            .append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (Language language : languages) {
      place(xml, addresses.list(language));
      place(xml, addresses.directory(language));
      for (ArticleTitle title : knowledge.titles(language)) {
        if (title.language() == language) {
          place(xml, addresses.article(title.slug(), language));
        }
      }
    }
    new Body(Body.XML, xml.append("</urlset>\n").toString())
        .sendTo(request, response, Status.OK_200);
  }

  private void place(StringBuilder xml, String path) {
    var place = new StringBuilder();
    Html.write(text(addresses.whole(path)), place);
    xml.append("  <url><loc>").append(place).append("</loc></url>\n");
  }

  private void robots(ServerRequest request, ServerResponse response) {
    String rules =
        "User-agent: *\nDisallow: /api/\nDisallow: /console/\nAllow: /api/articles\n\nSitemap: %s\n"
            .formatted(addresses.whole("/sitemap.xml"));
    new Body(Body.TEXT, rules).sendTo(request, response, Status.OK_200);
  }
}
