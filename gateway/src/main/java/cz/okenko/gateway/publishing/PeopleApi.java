package cz.okenko.gateway.publishing;

import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.People;
import cz.okenko.gateway.publishing.PageFrame.Page;
import cz.okenko.knowledge.Language;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// The public page of the office's people, in every language of the office. Without scripts.
public final class PeopleApi implements HttpService {
  private final Office office;
  private final Texts texts;
  private final InstantSource clock;
  private final Supplier<People> people;
  private final Function<String, Optional<byte[]>> photographs;
  private final Addresses addresses;
  private final Set<Language> languages;
  private final PageFrame frame;
  private final DirectoryPage page;
  private final DirectoryData data;

  /// @param photographs gives the JPEG of a name
  public PeopleApi(
      PublicOffice publicly,
      Supplier<People> people,
      Function<String, Optional<byte[]>> photographs) {
    this.office = publicly.office();
    this.texts = publicly.texts();
    this.clock = publicly.clock();
    this.people = people;
    this.photographs = photographs;
    this.addresses = publicly.addresses();
    this.languages = new LinkedHashSet<>(office.languages());
    this.languages.add(Language.CS);
    this.frame = new PageFrame(office, texts, addresses);
    this.page = new DirectoryPage(office, publicly.door(), texts);
    this.data = new DirectoryData(office, addresses);
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/urad", (request, response) -> show(request, response, Language.CS))
        .get("/urad/foto/{name}", this::photograph)
        .get("/{lang}/urad", this::foreign);
  }

  /// Czech has no folder of its own, so that every page has one address.
  private void foreign(ServerRequest request, ServerResponse response) {
    String code = request.path().pathParameters().get("lang");
    Language.of(code)
        .filter(language -> language.code().equals(code) && language != Language.CS)
        .filter(languages::contains)
        .ifPresentOrElse(language -> show(request, response, language), response::next);
  }

  /// An address never shows another picture, so whoever has it need not ask again.
  private void photograph(ServerRequest request, ServerResponse response) {
    String name = request.path().pathParameters().get("name");
    if (!name.matches("[0-9a-f]{64}\\.jpg")) {
      throw Problem.notFound().asException();
    }
    byte[] jpeg =
        photographs
            .apply(name.substring(0, name.length() - ".jpg".length()))
            .orElseThrow(() -> Problem.notFound().asException());
    response.header(HeaderNames.CONTENT_TYPE, "image/jpeg");
    response.header(HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");
    response.send(jpeg);
  }

  private void show(ServerRequest request, ServerResponse response, Language language) {
    Map<Language, String> others = new EnumMap<>(Language.class);
    languages.forEach(other -> others.put(other, addresses.directory(other)));
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), office.calendar().zone());
    People all = people.get();
    var shown =
        new Page(
            language,
            texts.text(language, "pages.directory"),
            texts.text(language, "pages.directory.about"),
            addresses.directory(language),
            others,
            Addresses.CHAT,
            true,
            data.of(all, now, language),
            page.main(all, now, language));
    new Body(Body.HTML, frame.html(shown)).sendTo(request, response, Status.OK_200);
  }
}
