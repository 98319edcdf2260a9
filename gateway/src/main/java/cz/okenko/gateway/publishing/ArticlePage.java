package cz.okenko.gateway.publishing;

import static cz.okenko.gateway.publishing.Html.at;
import static cz.okenko.gateway.publishing.Html.el;
import static cz.okenko.gateway.publishing.Html.nothing;
import static cz.okenko.gateway.publishing.Html.row;
import static cz.okenko.gateway.publishing.Html.text;

import cz.okenko.gateway.Texts;
import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.OfficeDoor;
import cz.okenko.gateway.publishing.Html.Markup;
import cz.okenko.knowledge.ArticleTitle;
import cz.okenko.knowledge.Ask;
import cz.okenko.knowledge.FullArticle;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Link;
import cz.okenko.knowledge.Section;
import cz.okenko.knowledge.Source;
import cz.okenko.knowledge.Variant;
import java.util.ArrayList;
import java.util.List;

/// What stands between head and foot of the page of one article.
final class ArticlePage {
  private final Office office;
  private final OfficeDoor door;
  private final Texts texts;
  private final Addresses addresses;

  ArticlePage(Office office, OfficeDoor door, Texts texts, Addresses addresses) {
    this.office = office;
    this.door = door;
    this.texts = texts;
    this.addresses = addresses;
  }

  /// The article for a reader of `language`, which need not be the one it is written in.
  Markup main(FullArticle article, Language language) {
    return new View(article, language).main();
  }

  /// One article being shown to one kind of reader.
  private final class View {
    private final FullArticle article;
    private final Language language;

    View(FullArticle article, Language language) {
      this.article = article;
      this.language = language;
    }

    Markup main() {
      return row(
          way(),
          foreign()
              ? el("p", at("class", "note"), text(said("pages.czech-only")))
              : nothing(),
          el(
              "article",
              at("lang", article.language().code()),
              el("h1", text(article.title())),
              el("div", at("class", "lead"), md(section(Section.ANSWER))),
              article.caution().isEmpty()
                  ? nothing()
                  : el("p", at("class", "caution"), text(article.caution())),
              tree(article.ask(), 2),
              row(sections())),
          variant(),
          links(),
          handler(),
          sources(),
          related(),
          telephone());
    }

    private Markup way() {
      return el(
          "nav",
          at("class", "way"),
          at("aria-label", said("pages.way")),
          el("a", at("href", addresses.list(language)), text(said("pages.title"))),
          agenda().isEmpty()
              ? nothing()
              : row(text(" › "), el("span", at("lang", "cs"), text(agenda()))));
    }

    private String agenda() {
      return office.agenda(article.agenda()).map(Agenda::name).orElse("");
    }

    private boolean foreign() {
      return article.language() != language;
    }

    private String section(Section section) {
      return article.sections().getOrDefault(section, "");
    }

    private List<Markup> sections() {
      List<Markup> parts = new ArrayList<>();
      article
          .sections()
          .forEach(
              (section, words) -> {
                if (section != Section.ANSWER) {
                  // The heading is in the language of the text it heads.
                  String key = "pages.section." + section.code();
                  String heading = texts.text(article.language(), key);
                  parts.add(
                      el("section", at("id", section.code()), el("h2", text(heading)), md(words)));
                }
              });
      return parts;
    }

    /// Each option opens; nothing needs a script.
    private Markup tree(Ask ask, int level) {
      if (ask.isEmpty()) {
        return nothing();
      }
      List<Markup> options = new ArrayList<>();
      for (Ask.Option option : ask.options()) {
        options.add(option(option, level));
      }
      return el(
          "section",
          at("class", "tree"),
          el("h" + Math.min(level, 4), text(ask.question())),
          row(options));
    }

    private Markup option(Ask.Option option, int level) {
      return switch (option.next()) {
        case Ask.Next.Continue(var slug) ->
            el(
                "p",
                at("class", "onward"),
                el("a", at("href", addresses.article(slug, language)), text(option.label())));
        case Ask.Next.Text(String words) -> unfolding(option.label(), md(words));
        case Ask.Next.Further(Ask ask) -> unfolding(option.label(), tree(ask, level + 1));
      };
    }

    private Markup unfolding(String label, Markup content) {
      return el("details", el("summary", text(label)), content);
    }

    private Markup variant() {
      if (article.variant() == Variant.EASY) {
        return aside(addresses.article(article.slug(), Language.CS), "pages.easy.back");
      }
      return language == Language.CS && article.variants().contains(Variant.EASY)
          ? aside(addresses.easy(article.slug()), "pages.easy")
          : nothing();
    }

    private Markup aside(String path, String key) {
      return el("p", at("class", "variant"), el("a", at("href", path), text(said(key))));
    }

    private Markup links() {
      if (article.links().isEmpty()) {
        return nothing();
      }
      List<Markup> items = new ArrayList<>();
      for (Link link : article.links()) {
        items.add(el("li", at("lang", "cs"), away(link.url().toString(), link.label())));
      }
      return titled("pages.links", el("ul", row(items)));
    }

    private Markup handler() {
      return office
          .agenda(article.agenda())
          .map(
              agenda ->
                  titled(
                      "pages.handler",
                      el(
                          "p",
                          el("strong", at("lang", "cs"), text(agenda.name())),
                          text(", "),
                          el("span", at("lang", "cs"), text(agenda.place()))),
                      el("p", text(said("pages.hours") + " " + door.week(language))),
                      el(
                          "p",
                          el(
                              "a",
                              at("href", addresses.people(agenda.id(), language)),
                              text(said("pages.directory")))),
                      contact()))
          .orElse(nothing());
    }

    private Markup contact() {
      Office.Contact contact = office.contact();
      List<Markup> parts = new ArrayList<>();
      if (!contact.address().isEmpty()) {
        parts.add(el("li", at("lang", "cs"), text(contact.address())));
      }
      if (!contact.phone().isEmpty()) {
        String digits = contact.phone().replaceAll("[^+0-9]", "");
        parts.add(el("li", el("a", at("href", "tel:" + digits), text(contact.phone()))));
      }
      if (!contact.email().isEmpty()) {
        String mail = "mailto:" + contact.email();
        parts.add(el("li", el("a", at("href", mail), text(contact.email()))));
      }
      return el("ul", at("class", "plain"), row(parts));
    }

    private Markup sources() {
      if (article.sources().isEmpty()) {
        return nothing();
      }
      List<Markup> items = new ArrayList<>();
      for (Source source : article.sources()) {
        String law = (source.statute() + " " + source.paragraph()).strip();
        String checked =
            texts.text(language, "pages.checked", Days.said(source.checked(), language));
        items.add(
            el(
                "li",
                el("span", at("lang", "cs"), away(source.url().toString(), law)),
                text(" – " + checked),
                source.confirmed()
                    ? nothing()
                    : el("strong", text(" – " + said("pages.unconfirmed")))));
      }
      return titled("pages.sources", el("ul", row(items)));
    }

    private Markup related() {
      if (article.related().isEmpty()) {
        return nothing();
      }
      List<Markup> items = new ArrayList<>();
      for (ArticleTitle title : article.related()) {
        String path = addresses.article(title.slug(), language);
        String code = title.language().code();
        items.add(el("li", el("a", at("href", path), at("lang", code), text(title.title()))));
      }
      return titled("pages.related", el("ul", row(items)));
    }

    private Markup telephone() {
      String path =
          article.variant() == Variant.EASY
              ? addresses.easy(article.slug())
              : addresses.article(article.slug(), language);
      String address = addresses.whole(path);
      return el(
          "section",
          at("class", "telephone"),
          el("h2", text(said("pages.telephone"))),
          QrPicture.of(address, said("pages.qr")),
          el("p", text(address)));
    }

    private Markup titled(String key, Markup... content) {
      return el("section", el("h2", text(said(key))), row(content));
    }

    private Markup away(String address, String label) {
      return address.isEmpty()
          ? text(label)
          : el("a", at("href", address), at("rel", "noopener noreferrer"), text(label));
    }

    private Markup md(String markdown) {
      return MarkdownNodes.of(markdown);
    }

    private String said(String key) {
      return texts.text(language, key);
    }
  }
}
