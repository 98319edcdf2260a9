package cz.okenko.gateway.citizen;

import cz.okenko.gateway.Texts;
import cz.okenko.gateway.citizen.ConsentRows.Consent;
import cz.okenko.gateway.citizen.NoteRows.Wording;
import cz.okenko.gateway.citizen.PersonRows.Blocked;
import cz.okenko.gateway.citizen.PersonRows.Earlier;
import cz.okenko.gateway.citizen.PersonRows.Matter;
import cz.okenko.gateway.citizen.PersonRows.Said;
import cz.okenko.gateway.citizen.PersonRows.Sent;
import cz.okenko.gateway.citizen.PersonRows.Translated;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.directory.Office;
import cz.okenko.knowledge.Language;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// A copy of everything that is known of one citizen (GDPR, article 15): for machines and for people. Both are
/// made of the same values, so neither tells less.
public final class PersonExport {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d. M. yyyy H:mm");

  private final Office office;
  private final Texts texts;
  private final InstantSource clock;

  public PersonExport(Office office, Texts texts, InstantSource clock) {
    this.office = office;
    this.texts = texts;
    this.clock = clock;
  }

  /// The citizen who had a conversation.
  ///
  /// @param language of their newest conversation
  record Everything(Language language, Instant made, List<Whole> matters) {
    Everything {
      matters = List.copyOf(matters);
    }
  }

  /// A conversation with all that stands in it.
  record Whole(
      Matter matter,
      List<Said> said,
      List<Earlier> earlier,
      List<Sent> files,
      List<PersonRows.Begun> begun,
      List<Sent> draftFiles,
      List<Translated> translations,
      List<Wording> notes,
      List<Consent> consents,
      List<Blocked> blocks) {
    Whole {
      said = List.copyOf(said);
      earlier = List.copyOf(earlier);
      files = List.copyOf(files);
      begun = List.copyOf(begun);
      draftFiles = List.copyOf(draftFiles);
      translations = List.copyOf(translations);
      notes = List.copyOf(notes);
      consents = List.copyOf(consents);
      blocks = List.copyOf(blocks);
    }
  }

  Everything read(Handle handle, ConversationId one) {
    List<Whole> matters = new ArrayList<>();
    for (ConversationId id : Person.of(handle, one)) {
      matters.add(
          new Whole(
              PersonRows.matter(handle, id),
              PersonRows.said(handle, id.value()),
              PersonRows.earlier(handle, id.value()),
              PersonRows.files(handle, id.value()),
              PersonRows.begun(handle, id.value()),
              PersonRows.draftFiles(handle, id.value()),
              PersonRows.translations(handle, id.value()),
              NoteRows.of(handle, id.value()),
              ConsentRows.of(handle, id.value()),
              PersonRows.blocks(handle, id.value())));
    }
    String language = matters.getLast().matter.language();
    return new Everything(
        Language.of(language).orElse(Language.CS), clock.instant(), matters);
  }

  Map<String, Object> json(Everything all) {
    var json = new LinkedHashMap<String, Object>();
    json.put("office", office.name());
    json.put("made", all.made.toString());
    json.put("conversations", all.matters.stream().map(PersonExport::json).toList());
    return json;
  }

  private static Map<String, Object> json(Whole whole) {
    Matter matter = whole.matter;
    var json = new LinkedHashMap<String, Object>();
    json.put("id", Long.toString(matter.id()));
    json.put("channel", matter.channel());
    json.put("address", matter.address());
    json.put("language", matter.language());
    json.put("state", matter.state());
    json.put("since", matter.since().toString());
    put(json, "agenda", matter.agenda());
    put(json, "subject", matter.subject());
    put(json, "contact", matter.contact());
    if (matter.filed()) {
      json.put("submission", matter.submission());
      json.put("submittedAt", matter.submittedAt().toString());
    }
    if (matter.rating() > 0) {
      json.put("rating", matter.rating());
      put(json, "ratingComment", matter.ratingComment());
    }
    put(json, "receipt", matter.receipt());
    if (matter.continues() > 0) {
      json.put("continues", Long.toString(matter.continues()));
    }
    json.put("messages", whole.said.stream().map(said -> json(whole, said)).toList());
    put(json, "drafts", whole.begun, PersonExport::json);
    put(json, "draftAttachments", whole.draftFiles, PersonExport::json);
    put(json, "notes", whole.notes, PersonExport::json);
    put(json, "consents", whole.consents, PersonExport::json);
    put(json, "blocks", whole.blocks, PersonExport::json);
    return json;
  }

  private static Map<String, Object> json(Whole whole, Said said) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", Long.toString(said.id()));
    json.put("at", said.at().toString());
    json.put("author", said.author());
    put(json, "name", said.name());
    json.put("language", said.language());
    json.put("text", said.text());
    List<Map<String, Object>> earlier =
        whole.earlier.stream()
            .filter(one -> one.message() == said.id())
            .map(one -> Map.<String, Object>of("text", one.text(), "at", one.at().toString()))
            .toList();
    if (!earlier.isEmpty()) {
      json.put("earlier", earlier);
    }
    List<Map<String, Object>> files =
        whole.files.stream().filter(one -> one.message() == said.id()).map(PersonExport::json).toList();
    if (!files.isEmpty()) {
      json.put("attachments", files);
    }
    List<Map<String, Object>> translations =
        whole.translations.stream()
            .filter(one -> one.message() == said.id())
            .map(PersonExport::json)
            .toList();
    if (!translations.isEmpty()) {
      json.put("translations", translations);
    }
    return json;
  }

  private static Map<String, Object> json(Sent file) {
    return Map.of(
        "id", Long.toString(file.id()),
        "name", file.name(),
        "type", file.type(),
        "bytes", file.bytes(),
        "state", file.state());
  }

  private static Map<String, Object> json(Translated one) {
    return Map.of("language", one.language(), "text", one.text(), "machine", one.machine());
  }

  private static Map<String, Object> json(Wording note) {
    return Map.of(
        "note", Long.toString(note.note()),
        "version", note.version(),
        "text", note.text(),
        "name", note.name(),
        "at", note.at().toString());
  }

  private static Map<String, Object> json(Blocked block) {
    var json = new LinkedHashMap<String, Object>();
    json.put("at", block.at().toString());
    json.put("until", block.until().toString());
    json.put("reason", block.reason());
    put(json, "note", block.note());
    json.put("name", block.name());
    if (block.isLifted()) {
      json.put("lifted", block.lifted().toString());
    }
    return json;
  }

  private static Map<String, Object> json(Consent consent) {
    var json = new LinkedHashMap<String, Object>();
    json.put("purpose", consent.purpose());
    put(json, "recipient", consent.recipient());
    json.put("given", consent.given().toString());
    json.put("by", consent.message() == 0 ? "button" : "message " + consent.message());
    if (!consent.holds()) {
      json.put("withdrawn", consent.withdrawn().toString());
    }
    return json;
  }

  private static Map<String, Object> json(PersonRows.Begun begun) {
    return Map.of("kind", begun.kind(), "text", begun.text(), "at", begun.at().toString());
  }

  /// The same to be read, in the citizen's language.
  String text(Everything all) {
    var text = new StringBuilder();
    Language language = all.language;
    text.append(texts.text(language, "export.title", office.name())).append('\n');
    text.append(texts.text(language, "export.made", moment(all.made))).append('\n');
    all.matters.forEach(whole -> text.append(text(whole, language)));
    return text.toString();
  }

  private String text(Whole whole, Language language) {
    Matter matter = whole.matter;
    var text = new StringBuilder("\n");
    text.append(texts.text(language, "export.conversation", matter.id(), matter.channel()));
    text.append('\n');
    line(text, language, "export.address", matter.address());
    line(text, language, "export.language", matter.language());
    line(text, language, "export.subject", matter.subject());
    line(text, language, "export.contact", matter.contact());
    if (matter.filed()) {
      String kind = texts.text(language, "console.submission." + matter.submission());
      line(text, language, "export.submission", kind + ", " + moment(matter.submittedAt()));
    }
    if (matter.rating() > 0) {
      line(text, language, "export.rating", (matter.rating() + " " + matter.ratingComment()).strip());
    }
    line(text, language, "export.receipt", matter.receipt());
    for (Said said : whole.said) {
      text.append('\n').append(moment(said.at())).append("  ").append(who(said, language));
      text.append('\n').append(said.text()).append('\n');
      whole.earlier.stream()
          .filter(one -> one.message() == said.id())
          .forEach(one -> line(text, language, "export.earlier", one.text()));
      whole.files.stream()
          .filter(one -> one.message() == said.id())
          .forEach(one -> line(text, language, "export.file", file(one)));
      whole.translations.stream()
          .filter(one -> one.message() == said.id())
          .forEach(one -> line(text, language, "export.translation", one.text()));
    }
    whole.notes.forEach(
        note -> line(text, language, "export.citizen-note", moment(note.at()) + ", " + note.name() + ": " + note.text()));
    whole.consents.forEach(consent -> text.append(text(consent, language)));
    whole.blocks.forEach(block -> text.append(text(block, language)));
    whole.begun.forEach(begun -> line(text, language, "export.draft", begun.text()));
    whole.draftFiles.forEach(one -> line(text, language, "export.draft-file", file(one)));
    return text.toString();
  }

  private static String file(Sent file) {
    return file.name() + ", " + file.bytes() + " B";
  }

  private String text(Consent consent, Language language) {
    String purpose = texts.text(language, "export.consent." + consent.purpose());
    String what =
        consent.recipient().isEmpty() ? purpose : purpose + ": " + consent.recipient();
    String text = texts.text(language, "export.consent", what, moment(consent.given()));
    String end =
        consent.holds()
            ? ""
            : ", " + texts.text(language, "export.withdrawn", moment(consent.withdrawn()));
    return text + end + "\n";
  }

  private String text(Blocked block, Language language) {
    Instant end = block.isLifted() ? block.lifted() : block.until();
    String reason = texts.text(language, "export.block." + block.reason());
    String why = block.note().isEmpty() ? reason : reason + ": " + block.note();
    return texts.text(language, "export.block", moment(block.at()), moment(end), why) + "\n";
  }

  private void line(StringBuilder text, Language language, String key, String value) {
    if (!value.isEmpty()) {
      text.append(texts.text(language, key, value)).append('\n');
    }
  }

  private String who(Said said, Language language) {
    String role =
        texts.text(
            language,
            switch (said.author()) {
              case "citizen" -> "transcript.you";
              case "bot" -> "transcript.bot";
              case "clerk" -> "transcript.clerk";
              case "note" -> "export.note";
              default -> "transcript.office";
            });
    return said.name().isEmpty() ? role : role + ", " + said.name();
  }

  private String moment(Instant instant) {
    return instant.atZone(office.calendar().zone()).format(MOMENT);
  }

  private static <T> void put(
      Map<String, Object> json, String name, List<T> all, Function<T, Map<String, Object>> form) {
    if (!all.isEmpty()) {
      json.put(name, all.stream().map(form).toList());
    }
  }

  private static void put(Map<String, Object> json, String name, String value) {
    if (!value.isEmpty()) {
      json.put(name, value);
    }
  }
}
