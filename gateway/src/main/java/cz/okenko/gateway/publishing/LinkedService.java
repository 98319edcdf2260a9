package cz.okenko.gateway.publishing;

import cz.okenko.knowledge.FullArticle;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.LegalBasis;
import cz.okenko.knowledge.Link;
import cz.okenko.knowledge.Section;
import cz.okenko.knowledge.Slug;
import cz.okenko.knowledge.Variant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// One life situation as a `cpsv:PublicService`, its texts in every language it is written in.
final class LinkedService {
  private static final String EU = "http://publications.europa.eu/resource/authority/";
  private static final Pattern AMOUNT =
      Pattern.compile("(?<!\\d)(\\d{1,3}(?:[ \\u00a0]\\d{3})*|\\d+)(?:,\\d+)? ?Kč");
  private static final Pattern ITEM = Pattern.compile("(?m)^\\s*(?:[-*]|\\d{1,3}[.)])\\s+(.+)$");

  private final PublicOffice publicly;
  private final Map<Language, FullArticle> wordings = new EnumMap<>(Language.class);
  private final String office;
  private String id = "";

  LinkedService(PublicOffice publicly, String office) {
    this.publicly = publicly;
    this.office = office;
  }

  /// Nothing for an article that is no life situation or not there any more.
  Optional<Map<String, Object>> of(Slug slug) {
    return publicly
        .knowledge()
        .article(slug, Language.CS)
        .filter(article -> article.variant() == Variant.CS)
        .map(this::service);
  }

  static Map<String, Object> literal(String language, String text) {
    return Map.of("@language", language, "@value", text);
  }

  static Map<String, Object> link(String address) {
    return Map.of("@id", address);
  }

  private Map<String, Object> service(FullArticle article) {
    id = publicly.addresses().whole(publicly.addresses().article(article.slug(), Language.CS));
    wordings.put(Language.CS, article);
    for (Language language : Language.values()) {
      if (article.variants().contains(Variant.of(language))) {
        publicly
            .knowledge()
            .article(article.slug(), language)
            .ifPresent(wording -> wordings.put(language, wording));
      }
    }
    var service = new LinkedHashMap<String, Object>();
    service.put("@id", id);
    service.put("@type", "cpsv:PublicService");
    service.put("dct:identifier", article.slug().value());
    service.put("dct:title", titles());
    service.put("dct:description", texts(Section.ANSWER));
    service.put("dct:language", wordings.keySet().stream().map(LinkedService::system).toList());
    service.put("dct:spatial", link(EU + "country/CZE"));
    service.put("cv:hasCompetentAuthority", link(office));
    service.put("cv:contactPoint", link(publicly.addresses().whole("/#contact")));
    service.put("cv:hasChannel", channels(article));
    inputs(article, service);
    if (article.sections().containsKey(Section.FEE)) {
      service.put("cv:hasCost", cost(article));
    }
    laws(article, service);
    if (!article.related().isEmpty()) {
      service.put(
          "cv:relatedService", article.related().stream().map(t -> page(t.slug())).toList());
    }
    return service;
  }

  private Map<String, Object> page(Slug slug) {
    return link(publicly.addresses().whole(publicly.addresses().article(slug, Language.CS)));
  }

  private static Map<String, Object> system(Language language) {
    String code =
        switch (language) {
          case CS -> "CES";
          case EN -> "ENG";
          case UK -> "UKR";
          case DE -> "DEU";
        };
    return link(EU + "language/" + code);
  }

  private List<Object> titles() {
    List<Object> literals = new ArrayList<>();
    wordings.forEach(
        (language, wording) -> literals.add(literal(language.code(), wording.title())));
    return literals;
  }

  private List<Object> texts(Section section) {
    List<Object> literals = new ArrayList<>();
    wordings.forEach(
        (language, wording) -> {
          String text = wording.sections().getOrDefault(section, "");
          if (!text.isEmpty()) {
            literals.add(literal(language.code(), PlainText.of(text)));
          }
        });
    return literals;
  }

  /// The counter, and each page where a step can be done.
  private List<Object> channels(FullArticle article) {
    List<Object> channels = new ArrayList<>();
    var counter = part("channel", "cv:Channel");
    if (article.sections().containsKey(Section.WHERE)) {
      counter.put("dct:description", texts(Section.WHERE));
    }
    counter.put("cv:ownedBy", link(office));
    channels.add(counter);
    int number = 0;
    for (Link page : article.links()) {
      number++;
      var channel = part("online-" + number, "cv:Channel");
      channel.put("dct:description", literal("cs", page.label()));
      channel.put("foaf:page", link(page.url().toString()));
      channels.add(channel);
    }
    return channels;
  }

  /// What to bring: a requirement that the pieces of evidence support.
  private void inputs(FullArticle article, Map<String, Object> service) {
    if (!article.sections().containsKey(Section.DOCUMENTS)) {
      return;
    }
    List<Object> evidence = new ArrayList<>();
    List<Object> supporting = new ArrayList<>();
    for (List<Object> names : items()) {
      int number = evidence.size() + 1;
      var piece = part("evidence-" + number, "cv:Evidence");
      piece.put("dct:title", names);
      piece.put("cv:supportsRequirement", link(id + "#requirement"));
      evidence.add(piece);
      supporting.add(link(id + "#evidence-" + number));
    }
    var requirement = part("requirement", "cv:Requirement");
    requirement.put("dct:title", titles());
    requirement.put("dct:description", texts(Section.DOCUMENTS));
    if (!evidence.isEmpty()) {
      requirement.put("cv:hasSupportingEvidence", supporting);
      service.put("cpsv:hasInput", evidence);
    }
    service.put("cv:holdsRequirement", List.of(requirement));
  }

  /// The items of the Czech list; a translation joins when its list has as many.
  private List<List<Object>> items() {
    List<List<Object>> all = new ArrayList<>();
    wordings.forEach(
        (language, wording) -> {
          List<String> items =
              ITEM.matcher(wording.sections().getOrDefault(Section.DOCUMENTS, ""))
                  .results()
                  .map(item -> PlainText.of(item.group(1)))
                  .toList();
          if (language == Language.CS) {
            items.forEach(item -> all.add(new ArrayList<>()));
          }
          if (items.size() == all.size()) {
            for (int i = 0; i < items.size(); i++) {
              all.get(i).add(literal(language.code(), items.get(i)));
            }
          }
        });
    return all;
  }

  /// A number only where the text has exactly one amount: which of several holds, words say.
  private Map<String, Object> cost(FullArticle article) {
    var cost = part("cost", "cv:Cost");
    cost.put("dct:description", texts(Section.FEE));
    List<MatchResult> amounts =
        AMOUNT.matcher(article.sections().getOrDefault(Section.FEE, "")).results().toList();
    if (amounts.size() == 1) {
      String digits = amounts.getFirst().group(1).replaceAll("\\D", "");
      cost.put("cv:hasValue", Map.of("@type", "xsd:double", "@value", digits + ".0"));
      cost.put("cv:currency", link(EU + "currency/CZK"));
    }
    return cost;
  }

  /// Each statute is a legal resource, each paragraph of it a rule that implements it.
  private void laws(FullArticle article, Map<String, Object> service) {
    Map<String, Object> resources = new LinkedHashMap<>();
    List<Object> rules = new ArrayList<>();
    for (LegalBasis basis : article.legalBasis()) {
      String address = basis.url().toString();
      resources.putIfAbsent(
          address,
          Map.of(
              "@id", address,
              "@type", "eli:LegalResource",
              "dct:title", literal("cs", basis.statute())));
      var rule = part("rule-" + (rules.size() + 1), "cpsv:Rule");
      rule.put("dct:title", literal("cs", (basis.statute() + " " + basis.paragraph()).strip()));
      rule.put(
          "dct:description", literal("cs", (basis.statute() + " " + basis.paragraph()).strip()));
      rule.put("cpsv:implements", link(address));
      rules.add(rule);
    }
    if (!rules.isEmpty()) {
      service.put("cv:hasLegalResource", List.copyOf(resources.values()));
      service.put("cpsv:follows", rules);
    }
  }

  private Map<String, Object> part(String name, String type) {
    var part = new LinkedHashMap<String, Object>();
    part.put("@id", id + "#" + name);
    part.put("@type", type);
    part.put("dct:identifier", id + "#" + name);
    return part;
  }
}
