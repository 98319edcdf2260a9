package cz.okenko.gateway.publishing;

import cz.okenko.connectors.http.Json;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.Office;
import cz.okenko.knowledge.FullArticle;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Section;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An article as search engines read it: a service of the government, and the questions its
/// sections answer. Terms of schema.org.
final class SchemaOrg {
  private final Office office;
  private final Texts texts;
  private final Addresses addresses;

  SchemaOrg(Office office, Texts texts, Addresses addresses) {
    this.office = office;
    this.texts = texts;
    this.addresses = addresses;
  }

  Html.Markup of(FullArticle article, String path) {
    var graph = new LinkedHashMap<String, Object>();
    graph.put("@context", "https://schema.org");
    graph.put("@graph", List.of(service(article, path), questions(article, path)));
    return new Html.LinkedData(new String(Json.write(graph), StandardCharsets.UTF_8));
  }

  private Map<String, Object> service(FullArticle article, String path) {
    var service = new LinkedHashMap<String, Object>();
    service.put("@type", "GovernmentService");
    service.put("@id", addresses.whole(path) + "#service");
    service.put("name", article.title());
    service.put("url", addresses.whole(path));
    service.put("inLanguage", article.language().code());
    service.put(
        "description", PlainText.of(article.sections().getOrDefault(Section.ANSWER, "")));
    office
        .agenda(article.agenda())
        .map(Agenda::name)
        .ifPresent(name -> service.put("serviceType", name));
    service.put("provider", provider());
    service.put("serviceOperator", Map.of("@id", addresses.whole("/#office")));
    service.put(
        "availableChannel",
        Map.of(
            "@type", "ServiceChannel",
            "serviceUrl", addresses.whole("/"),
            "availableLanguage", office.languages().stream().map(Language::code).toList()));
    return service;
  }

  private Map<String, Object> provider() {
    var provider = new LinkedHashMap<String, Object>();
    provider.put("@type", "GovernmentOrganization");
    provider.put("@id", addresses.whole("/#office"));
    provider.put("name", office.name());
    Office.Contact contact = office.contact();
    put(provider, "address", contact.address());
    put(provider, "telephone", contact.phone());
    put(provider, "email", contact.email());
    put(provider, "url", contact.web());
    return provider;
  }

  private Map<String, Object> questions(FullArticle article, String path) {
    List<Map<String, Object>> questions = new ArrayList<>();
    article
        .sections()
        .forEach(
            (section, words) ->
                questions.add(
                    Map.of(
                        "@type", "Question",
                        "name", question(article, section),
                        "acceptedAnswer",
                        Map.of("@type", "Answer", "text", PlainText.of(words)))));
    return Map.of(
        "@type", "FAQPage",
        "@id", addresses.whole(path) + "#faq",
        "url", addresses.whole(path),
        "inLanguage", article.language().code(),
        "name", article.title(),
        "mainEntity", questions);
  }

  private String question(FullArticle article, Section section) {
    return section == Section.ANSWER
        ? article.title()
        : article.title()
            + " – "
            + texts.text(article.language(), "pages.section." + section.code());
  }

  private static void put(Map<String, Object> map, String key, String value) {
    if (!value.isEmpty()) {
      map.put(key, value);
    }
  }
}
