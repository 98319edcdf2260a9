package cz.okenko.gateway.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.gateway.RunningGateway;
import cz.okenko.gateway.Wire;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What the whole world may read, asked for over HTTP with the shipped content.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PublicPagesTest {
  private static final String DOG = "/situace/poplatek-pes";

  private RunningGateway gateway;

  @BeforeAll
  void start(@TempDir Path folder) {
    gateway =
        RunningGateway.start(folder, InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z")));
  }

  @AfterAll
  void stop() {
    gateway.close();
  }

  @Test
  void the_list_leads_to_every_article_by_agenda() {
    String page = get("/situace").body();
    int total = Wire.json(get("/api/articles").body()).path("total").asInt();

    assertThat(page).contains("<h2 lang=\"cs\">Osobní doklady</h2>").contains("href=\"" + DOG + "\"");
    assertThat(Pattern.compile("<li><a href=\"/situace/").matcher(page).results().count())
        .isEqualTo(total);
  }

  @Test
  void the_search_needs_no_script() {
    assertThat(get("/situace?q=" + coded("kolik stojí nová občanka")).body())
        .contains("href=\"/situace/obcansky-prukaz-vydani\"")
        .contains("name=\"robots\" content=\"noindex\"");
    assertThat(get("/situace?q=" + coded("hoří nám dům")).body()).contains("150");
    assertThat(get("/situace?q=" + coded("<script>alert(1)</script>\"")).body())
        .doesNotContain("<script>")
        .contains("value=\"&lt;script&gt;alert(1)&lt;/script&gt;&quot;\"");
    assertThat(get("/situace?q=" + "a".repeat(4_001)).statusCode()).isEqualTo(413);
  }

  @Test
  void an_article_has_its_sections_sources_handler_and_code() {
    String page = get(DOG).body();

    assertThat(page)
        .startsWith("<!doctype html>")
        .contains("<html lang=\"cs\">")
        .contains("<h2>Kolik to stojí</h2>")
        .contains("Místní poplatky")
        .contains("ověřeno ")
        .contains("<svg class=\"qr\"")
        .contains("rel=\"canonical\" href=\"" + gateway.base() + DOG + "\"")
        .doesNotContain("{fact:");
    JsonNode data =
        Wire.json(page.replaceAll("(?s).*<script type=\"application/ld\\+json\">(.*?)</script>.*", "$1"));
    assertThat(data.path("@graph").path(0).path("@type").asText()).isEqualTo("GovernmentService");
    assertThat(data.path("@graph").path(1).path("@type").asText()).isEqualTo("FAQPage");
    assertThat(data.path("@graph").path(1).path("mainEntity").size()).isGreaterThan(1);
  }

  @Test
  void a_page_in_another_language_says_so_and_marks_what_is_czech() {
    String page = get("/uk" + DOG).body();

    assertThat(page).contains("<html lang=\"uk\">");
    assertThat(page.contains("<article lang=\"uk\">") || page.contains("<article lang=\"cs\">"))
        .isTrue();
    assertThat(get("/cs/situace").statusCode()).isEqualTo(404);
    assertThat(get("/fr/situace").statusCode()).isEqualTo(404);
  }

  @Test
  void what_is_not_there_is_a_page_that_leads_on() {
    HttpResponse<String> missing = get("/situace/neni-tu");

    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("href=\"/situace\"").contains("Tuto stránku jsme nenašli");
    assertThat(get("/situace/%2e%2e%2fx").statusCode()).isIn(400, 404);
  }

  @Test
  void whoever_has_a_page_already_is_told_so() {
    for (String path : Set.of(DOG, "/situace", "/api/articles", "/api/articles.jsonld")) {
      String tag = get(path).headers().firstValue("ETag").orElseThrow();
      HttpRequest.Builder again =
          HttpRequest.newBuilder(gateway.base().resolve(path)).header("If-None-Match", tag);

      assertThat(Wire.send(again).statusCode()).as(path).isEqualTo(304);
    }
  }

  @Test
  void articles_are_data_too() {
    JsonNode page = Wire.json(get("/api/articles?limit=5&offset=2").body());
    assertThat(page.path("articles").size()).isEqualTo(5);
    assertThat(page.path("offset").asInt()).isEqualTo(2);

    JsonNode dog = Wire.json(get("/api/articles/poplatek-pes?lang=cs").body());
    assertThat(dog.path("sections").path("answer").asText()).isNotEmpty().doesNotContain("{fact:");
    assertThat(dog.path("sources").path(0).path("checked").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
    assertThat(dog.path("languages").path(0).asText()).isEqualTo("cs");

    assertThat(get("/api/articles/neni-tu").statusCode()).isEqualTo(404);
    assertThat(get("/api/articles/neni-tu").headers().firstValue("Content-Type"))
        .hasValue("application/problem+json");
    assertThat(get("/api/articles?lang=fr").statusCode()).isEqualTo(400);
    assertThat(get("/api/articles?limit=x").statusCode()).isEqualTo(400);
  }

  @Test
  void linked_data_names_every_situation_and_points_only_to_what_is_there() {
    JsonNode document = Wire.json(get("/api/articles.jsonld").body());
    Set<String> ids = new HashSet<>();
    document.findValues("@id").forEach(id -> ids.add(id.asText()));

    long services =
        Pattern.compile("\"@type\":\"cpsv:PublicService\"")
            .matcher(document.toString())
            .results()
            .count();
    assertThat(services).isGreaterThanOrEqualTo(144);
    for (JsonNode service : document.path("@graph")) {
      if (service.path("@type").asText().equals("cpsv:PublicService")) {
        assertThat(service.path("dct:identifier").asText()).isNotEmpty();
        assertThat(service.path("dct:title").path(0).path("@language").asText()).isEqualTo("cs");
        assertThat(service.path("dct:description").size()).isPositive();
        assertThat(ids).contains(service.path("cv:hasCompetentAuthority").path("@id").asText());
      }
    }
  }

  @Test
  void a_map_of_the_site_names_pages_with_the_public_address() {
    assertThat(get("/sitemap.xml").body())
        .contains("<loc>" + gateway.base() + DOG + "</loc>")
        .contains("<loc>" + gateway.base() + "/en/situace</loc>");
    assertThat(get("/robots.txt").body()).contains("Sitemap: " + gateway.base() + "/sitemap.xml");
    assertThat(get("/brand/brand.css").body()).contains("--okenko-color-action: #14507A");
  }

  private HttpResponse<String> get(String path) {
    return Wire.send(HttpRequest.newBuilder(gateway.base().resolve(path)));
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
