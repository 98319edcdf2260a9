package cz.okenko.gateway.publishing;

import cz.okenko.connectors.http.Json;
import cz.okenko.gateway.directory.Office;
import cz.okenko.knowledge.ArticleTitle;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.Language;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All life situations as linked data in the terms of the EU's Core Public Service Vocabulary, so
/// that other catalogues can take them over. Source: CPSV-AP 3.2.0, its context and shapes,
/// 2026-11-28.
public final class LinkedServices {
  private static final String COUNTRY =
      "http://publications.europa.eu/resource/authority/country/CZE";

  private final KnowledgeBase knowledge;
  private final PublicOffice publicly;
  private volatile Kept kept = new Kept(-1, LocalDate.MIN, new Body(Body.JSON_LD, "{}"));

  /// A body, and of which publication and day it is.
  private record Kept(long publication, LocalDate day, Body body) {}

  public LinkedServices(PublicOffice publicly) {
    this.publicly = publicly;
    this.knowledge = publicly.knowledge();
  }

  /// The document, made anew when something was published or a day has passed.
  Body all() {
    long publication = knowledge.publication();
    LocalDate today = LocalDate.ofInstant(publicly.clock().instant(), ZoneOffset.UTC);
    Kept now = kept;
    if (now.publication() != publication || !now.day().equals(today)) {
      now = new Kept(publication, today, new Body(Body.JSON_LD, json()));
      kept = now;
    }
    return now.body();
  }

  /// The document as JSON-LD.
  public byte[] json() {
    List<Object> graph = new ArrayList<>();
    graph.add(organisation());
    for (ArticleTitle title : knowledge.titles(Language.CS)) {
      new LinkedService(publicly, organisationId()).of(title.slug()).ifPresent(graph::add);
    }
    var document = new LinkedHashMap<String, Object>();
    document.put("@context", context());
    document.put("@graph", graph);
    return Json.write(document);
  }

  private String organisationId() {
    return publicly.addresses().whole("/#office");
  }

  private static Map<String, Object> context() {
    var context = new LinkedHashMap<String, Object>();
    context.put("cpsv", "http://purl.org/vocab/cpsv#");
    context.put("cv", "http://data.europa.eu/m8g/");
    context.put("dct", "http://purl.org/dc/terms/");
    context.put("eli", "http://data.europa.eu/eli/ontology#");
    context.put("foaf", "http://xmlns.com/foaf/0.1/");
    context.put("locn", "http://www.w3.org/ns/locn#");
    context.put("skos", "http://www.w3.org/2004/02/skos/core#");
    context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    return context;
  }

  private Map<String, Object> organisation() {
    Office office = publicly.office();
    var organisation = new LinkedHashMap<String, Object>();
    organisation.put("@id", organisationId());
    organisation.put("@type", "cv:PublicOrganisation");
    organisation.put("dct:identifier", publicly.publicUrl().toString());
    organisation.put("dct:title", LinkedService.literal("cs", office.name()));
    organisation.put("skos:prefLabel", LinkedService.literal("cs", office.name()));
    organisation.put("dct:spatial", LinkedService.link(COUNTRY));
    Office.Contact contact = office.contact();
    if (!contact.address().isEmpty()) {
      organisation.put(
          "locn:address",
          Map.of(
              "@type", "locn:Address",
              "locn:fullAddress", LinkedService.literal("cs", contact.address())));
    }
    if (!contact.web().isEmpty()) {
      organisation.put("foaf:homepage", LinkedService.link(contact.web()));
    }
    organisation.put("cv:contactPoint", contactPoint(contact));
    return organisation;
  }

  private Map<String, Object> contactPoint(Office.Contact contact) {
    var point = new LinkedHashMap<String, Object>();
    point.put("@id", publicly.addresses().whole("/#contact"));
    point.put("@type", "cv:ContactPoint");
    if (!contact.email().isEmpty()) {
      point.put("cv:email", contact.email());
    }
    if (!contact.phone().isEmpty()) {
      point.put("cv:telephone", contact.phone());
    }
    point.put("cv:contactPage", LinkedService.link(publicly.addresses().whole("/")));
    return point;
  }
}
