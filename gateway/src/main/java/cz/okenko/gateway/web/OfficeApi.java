package cz.okenko.gateway.web;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.directory.Brand;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.OfficeDoor;
import cz.okenko.knowledge.ArticleTitle;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Slug;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `GET /api/office?lang=cs`: what the chat shows before anything was asked.
public final class OfficeApi implements HttpService {
  private final Office office;
  private final OfficeDoor door;
  private final KnowledgeBase knowledge;

  public OfficeApi(Office office, OfficeDoor door, KnowledgeBase knowledge) {
    this.office = office;
    this.door = door;
    this.knowledge = knowledge;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/api/office", this::office);
  }

  private void office(ServerRequest request, ServerResponse response) {
    Language language =
        Language.of(request.query().first("lang").orElse("cs"))
            .orElseThrow(
                () -> Problem.badRequest("\"lang\" is one of cs, en, uk, de.").asException());
    var json = new LinkedHashMap<String, Object>();
    json.put("name", office.name());
    json.put("logo", "/brand/logo.svg");
    Brand brand = office.brand();
    json.put("brand", Map.of("light", colours(brand.light()), "dark", colours(brand.dark())));
    json.put("languages", office.languages().stream().map(Language::code).toList());
    json.put("open", door.open());
    json.put("openText", door.sentence(language));
    json.put("frequent", frequent(language));
    if (!office.privacyUrl().toString().isEmpty()) {
      json.put("privacyUrl", office.privacyUrl().toString());
    }
    json.put("demo", office.demo());
    Json.send(response, json);
  }

  private List<Map<String, String>> frequent(Language language) {
    List<ArticleTitle> titles = knowledge.titles(language);
    return office.frequent().stream()
        .flatMap((Slug slug) -> titles.stream().filter(title -> title.slug().equals(slug)))
        .map(title -> Map.of("slug", title.slug().value(), "title", title.title()))
        .toList();
  }

  private static Map<String, String> colours(Brand.Palette palette) {
    return Map.of(
        "action", palette.action().hex(),
        "action-ink", palette.actionInk().hex(),
        "action-soft", palette.actionSoft().hex());
  }
}
