package cz.okenko.gateway.publishing;

import static cz.okenko.gateway.publishing.Html.at;
import static cz.okenko.gateway.publishing.Html.el;
import static cz.okenko.gateway.publishing.Html.nothing;
import static cz.okenko.gateway.publishing.Html.row;
import static cz.okenko.gateway.publishing.Html.text;

import cz.okenko.gateway.Texts;
import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.publishing.Html.Markup;
import cz.okenko.knowledge.Answer;
import cz.okenko.knowledge.ArticleTitle;
import cz.okenko.knowledge.Candidate;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Link;
import cz.okenko.knowledge.Referral;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What stands between head and foot of the list of all situations, and of what a search found.
final class ListPage {
  private final Office office;
  private final Texts texts;
  private final Addresses addresses;
  private final KnowledgeBase knowledge;

  ListPage(Office office, Texts texts, Addresses addresses, KnowledgeBase knowledge) {
    this.office = office;
    this.texts = texts;
    this.addresses = addresses;
    this.knowledge = knowledge;
  }

  /// All articles, grouped by agenda in the office's order; those of no agenda last.
  Markup all(Language language) {
    Map<String, List<ArticleTitle>> groups = new LinkedHashMap<>();
    office.agendas().forEach(agenda -> groups.put(agenda.name(), new ArrayList<>()));
    List<ArticleTitle> others = new ArrayList<>();
    for (ArticleTitle title : knowledge.titles(language)) {
      office
          .agenda(title.agenda())
          .map(Agenda::name)
          .map(groups::get)
          .orElse(others)
          .add(title);
    }
    List<Markup> parts = new ArrayList<>();
    parts.add(el("h1", text(said(language, "pages.title"))));
    parts.add(form(language, ""));
    parts.add(
        el(
            "p",
            el("a", at("href", addresses.directory(language)), text(said(language, "pages.directory")))));
    groups.forEach((name, titles) -> parts.add(group(name, "cs", titles, language)));
    parts.add(group(said(language, "pages.others"), language.code(), others, language));
    return row(parts);
  }

  private Markup group(
      String name, String nameLanguage, List<ArticleTitle> titles, Language language) {
    if (titles.isEmpty()) {
      return nothing();
    }
    return el(
        "section", el("h2", at("lang", nameLanguage), text(name)), titles(titles, language));
  }

  private Markup titles(List<ArticleTitle> titles, Language language) {
    List<Markup> items = new ArrayList<>();
    for (ArticleTitle title : titles) {
      items.add(el("li", title(title, language)));
    }
    return el("ul", at("class", "titles"), row(items));
  }

  private Markup title(ArticleTitle title, Language language) {
    return el(
        "a",
        at("href", addresses.article(title.slug(), language)),
        at("lang", title.language().code()),
        text(title.title()));
  }

  /// What the knowledge base makes of a question.
  Markup found(String question, Answer answer, Language language) {
    return row(
        el("h1", text(said(language, "pages.search.heading"))),
        form(language, question),
        el("div", at("class", "found"), at("role", "status"), outcome(answer, language)),
        candidates(answer, language),
        el(
            "p",
            el("a", at("href", addresses.list(language)), text(said(language, "pages.all")))));
  }

  private Markup outcome(Answer answer, Language language) {
    return switch (answer) {
      case Answer.Found found -> {
        String path = addresses.article(found.passage().slug(), language);
        yield el(
            "div",
            at("class", "lead"),
            at("lang", found.passage().language().code()),
            el("h2", el("a", at("href", path), text(found.passage().title()))),
            MarkdownNodes.of(found.passage().text()));
      }
      case Answer.Ambiguous _ -> el("p", text(said(language, "dialogue.ambiguous")));
      case Answer.Elsewhere elsewhere -> referral(elsewhere.referral(), language);
      case Answer.Emergency emergency ->
          el(
              "div",
              at("class", "caution"),
              MarkdownNodes.of(said(language, "dialogue.emergency." + emergency.kind().code())));
      case Answer.NotFound _,
          Answer.SmallTalk _,
          Answer.HandoffWish _,
          Answer.Filed _ ->
          el(
              "p",
              text(said(language, "pages.search.none") + " "),
              el("a", at("href", "/"), text(said(language, "pages.chat"))));
    };
  }

  private Markup referral(Referral referral, Language language) {
    List<Markup> links = new ArrayList<>();
    for (Link link : referral.links()) {
      links.add(
          el(
              "li",
              el(
                  "a",
                  at("href", link.url().toString()),
                  at("rel", "noopener noreferrer"),
                  text(link.label()))));
    }
    return row(
        el("p", text(said(language, "pages.search.elsewhere"))),
        el(
            "div",
            at("class", "lead"),
            at("lang", "cs"),
            el("h2", text(referral.title())),
            MarkdownNodes.of(referral.text()),
            links.isEmpty() ? nothing() : el("ul", row(links))));
  }

  /// What else may be meant; nothing beside an emergency.
  private Markup candidates(Answer answer, Language language) {
    List<Candidate> others =
        switch (answer) {
          case Answer.Found found -> found.candidates().stream().skip(1).limit(3).toList();
          case Answer.Ambiguous some -> some.candidates().subList(0, some.shown());
          case Answer.Filed filed -> filed.candidates().stream().limit(1).toList();
          case Answer.NotFound none -> none.candidates().stream().limit(3).toList();
          case Answer.Elsewhere _,
              Answer.SmallTalk _,
              Answer.HandoffWish _,
              Answer.Emergency _ ->
              List.of();
        };
    if (others.isEmpty()) {
      return nothing();
    }
    List<ArticleTitle> all = knowledge.titles(language);
    List<ArticleTitle> titles =
        others.stream()
            .flatMap(one -> all.stream().filter(title -> title.slug().equals(one.slug())))
            .toList();
    return el(
        "section",
        el("h2", text(said(language, "pages.search.maybe"))),
        titles(titles, language));
  }

  private Markup form(Language language, String question) {
    return el(
        "form",
        at("class", "search"),
        at("role", "search"),
        at("method", "get"),
        at("action", addresses.list(language)),
        el("label", at("for", "q"), text(said(language, "pages.search.label"))),
        el(
            "div",
            el(
                "input",
                at("id", "q"),
                at("name", "q"),
                at("type", "search"),
                at("maxlength", "400"),
                at("value", question)),
            el("button", at("type", "submit"), text(said(language, "pages.search.button")))));
  }

  private String said(Language language, String key) {
    return texts.text(language, key);
  }
}
