package cz.okenko.gateway.publishing;

import static cz.okenko.gateway.publishing.Html.at;
import static cz.okenko.gateway.publishing.Html.el;
import static cz.okenko.gateway.publishing.Html.nothing;
import static cz.okenko.gateway.publishing.Html.row;
import static cz.okenko.gateway.publishing.Html.text;

import cz.okenko.gateway.Texts;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.publishing.Html.Markup;
import cz.okenko.knowledge.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What all public pages share: head, way to the content, the office's name and mark, languages,
/// foot.
final class PageFrame {
  private static final Map<Language, String> OWN_NAMES =
      Map.of(
          Language.CS, "Čeština",
          Language.EN, "English",
          Language.UK, "Українська",
          Language.DE, "Deutsch");

  private final Office office;
  private final Texts texts;
  private final Addresses addresses;

  PageFrame(Office office, Texts texts, Addresses addresses) {
    this.office = office;
    this.texts = texts;
    this.addresses = addresses;
  }

  /// One page. `path` is its own address, `others` the same in other languages by language;
  /// `chat` is where the chat goes on from it; `indexed` says whether search engines may keep it.
  record Page(
      Language language,
      String title,
      String description,
      String path,
      Map<Language, String> others,
      String chat,
      boolean indexed,
      Markup data,
      Markup main) {}

  String html(Page page) {
    return Html.document(
        el(
            "html",
            at("lang", page.language().code()),
            head(page),
            el(
                "body",
                el("a", at("class", "skip"), at("href", "#obsah"), said(page, "pages.skip")),
                top(page),
                el("main", at("id", "obsah"), at("tabindex", "-1"), page.main()),
                foot(page))));
  }

  private Markup head(Page page) {
    List<Markup> parts = new ArrayList<>();
    parts.add(el("meta", at("charset", "utf-8")));
    parts.add(meta("viewport", "width=device-width, initial-scale=1"));
    parts.add(meta("color-scheme", "light dark"));
    parts.add(el("title", text(page.title() + " – " + office.name())));
    if (!page.description().isEmpty()) {
      parts.add(meta("description", page.description()));
    }
    if (page.indexed()) {
      parts.add(link("canonical", addresses.whole(page.path())));
      page.others().forEach((language, path) -> parts.add(alternate(language.code(), path)));
      if (page.others().containsKey(Language.CS)) {
        parts.add(alternate("x-default", page.others().getOrDefault(Language.CS, "/")));
      }
    } else {
      parts.add(meta("robots", "noindex"));
    }
    parts.add(link("icon", "/brand/logo.svg"));
    parts.add(link("stylesheet", "/page/tokens.css"));
    parts.add(link("stylesheet", "/brand/brand.css"));
    parts.add(link("stylesheet", "/page/situations.css"));
    parts.add(page.data());
    return el("head", row(parts));
  }

  private Markup alternate(String language, String path) {
    return el(
        "link",
        at("rel", "alternate"),
        at("hreflang", language),
        at("href", addresses.whole(path)));
  }

  private Markup top(Page page) {
    return el(
        "header",
        at("class", "top"),
        el(
            "a",
            at("class", "office"),
            at("href", addresses.list(page.language())),
            el("img", at("src", "/brand/logo.svg"), at("alt", ""), at("width", "40"),
                at("height", "40")),
            el("span", at("lang", "cs"), text(office.name()))),
        languages(page),
        el("a", at("class", "ask"), at("href", page.chat()), said(page, "pages.chat")));
  }

  private Markup languages(Page page) {
    if (page.others().size() < 2) {
      return nothing();
    }
    List<Markup> items = new ArrayList<>();
    for (Language language : office.languages()) {
      String path = page.others().getOrDefault(language, "");
      boolean here = language == page.language();
      if (here || !path.isEmpty()) {
        items.add(el("li", language(language, path, here)));
      }
    }
    return el(
        "nav",
        at("class", "languages"),
        at("aria-label", texts.text(page.language(), "pages.languages")),
        el("ul", row(items)));
  }

  private static Markup language(Language language, String path, boolean here) {
    String name = OWN_NAMES.getOrDefault(language, language.code());
    String code = language.code();
    return here
        ? el("span", at("aria-current", "true"), at("lang", code), text(name))
        : el("a", at("href", path), at("hreflang", code), at("lang", code), text(name));
  }

  private Markup foot(Page page) {
    List<Markup> parts = new ArrayList<>();
    parts.add(el("p", at("lang", "cs"), text(office.name())));
    parts.add(
        el(
            "p",
            el(
                "a",
                at("href", addresses.directory(page.language())),
                said(page, "pages.directory"))));
    if (office.demo()) {
      parts.add(el("p", at("class", "demo"), said(page, "pages.demo")));
    }
    if (!office.privacyUrl().toString().isEmpty()) {
      parts.add(
          el(
              "p",
              el(
                  "a",
                  at("href", office.privacyUrl().toString()),
                  at("rel", "noopener noreferrer"),
                  said(page, "pages.privacy"))));
    }
    return el("footer", row(parts));
  }

  private Markup said(Page page, String key) {
    return text(texts.text(page.language(), key));
  }

  private static Markup meta(String name, String content) {
    return el("meta", at("name", name), at("content", content));
  }

  private static Markup link(String relation, String address) {
    return el("link", at("rel", relation), at("href", address));
  }
}
