package cz.okenko.gateway;

import cz.okenko.connectors.Connector;
import cz.okenko.gateway.access.Access;
import cz.okenko.gateway.access.AccessApi;
import cz.okenko.gateway.access.AccountApi;
import cz.okenko.gateway.access.AuditApi;
import cz.okenko.gateway.access.ClerksApi;
import cz.okenko.gateway.access.Confirming;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.access.IntegrationsApi;
import cz.okenko.gateway.access.OidcApi;
import cz.okenko.gateway.access.Outside;
import cz.okenko.gateway.attachment.FilesApi;
import cz.okenko.gateway.citizen.CitizenApi;
import cz.okenko.gateway.citizen.CodeApi;
import cz.okenko.gateway.citizen.Dossier;
import cz.okenko.gateway.citizen.JoinApi;
import cz.okenko.gateway.citizen.PersonApi;
import cz.okenko.gateway.citizen.PersonExport;
import cz.okenko.gateway.citizen.SamePerson;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.handoff.AidsApi;
import cz.okenko.gateway.handoff.Blocking;
import cz.okenko.gateway.handoff.BlocksApi;
import cz.okenko.gateway.handoff.ConsoleApi;
import cz.okenko.gateway.handoff.ConsoleJson;
import cz.okenko.gateway.handoff.DeskApi;
import cz.okenko.gateway.handoff.EnclosuresApi;
import cz.okenko.gateway.handoff.QueueApi;
import cz.okenko.gateway.handoff.ReferralApi;
import cz.okenko.gateway.handoff.SortingApi;
import cz.okenko.gateway.hook.HooksApi;
import cz.okenko.gateway.search.SearchApi;
import cz.okenko.gateway.search.TranscriptIndex;
import cz.okenko.gateway.translation.TranslationApi;
import cz.okenko.gateway.translation.Translations;
import cz.okenko.gateway.web.Server;
import io.helidon.webserver.http.ServerRequest;
import java.util.Map;
import java.util.function.Function;

/// What signed-in people ask for, all of it behind the [ConsoleGuard].
final class ConsoleRoutes {
  private final Common common;
  private final ConsoleApi.Parts console;
  private final Access access;
  private final Function<ServerRequest, String> address;

  /// `address` tells where a request comes from.
  ConsoleRoutes(
      Common common,
      ConsoleApi.Parts console,
      Access access,
      Function<ServerRequest, String> address) {
    this.common = common;
    this.console = console;
    this.access = access;
    this.address = address;
  }

  Server.Plan on(Server.Plan plan, ConsoleJson json, Backroom backroom, AidsApi.Parts aids) {
    Map<String, Connector> channels = json.channels();
    ConsoleGuard guard = console.guard();
    Office office = common.settings().office();
    Server.Plan accounts = accounts(plan, guard, office);
    var index = new TranscriptIndex(common.store());
    var export = new PersonExport(office, common.texts(), common.clock());
    var rights = new PersonApi.Rights(export, backroom.eraser());
    return accounts
        .service("/api/console", new CitizenApi(dossier(), guard))
        .service(
            "/api/console",
            new PersonApi(
                common.store(), common.conversations(), guard, access.audit(), rights))
        .service("/api/console", new ConsoleApi(console, json))
        .service("/api/console", new QueueApi(console, office, json))
        .service("/api/console", new SortingApi(console, office, json, common.clock()))
        .service("/api/console", new SearchApi(index, guard, office, access.audit()))
        .service("/api/console", new CodeApi(common.conversations(), guard))
        .service("/api/console", new AidsApi(aids))
        .service("/api/console", new JoinApi(common.conversations(), guard, samePerson()))
        .service("/api/console", new BlocksApi(console, blocking(aids)))
        .service("/api/console", new ReferralApi(console, referring(aids)))
        .service("/api/console", new DeskApi(console, common.clock()))
        .service("/api/console", new EnclosuresApi(console, backroom.draftFiles(), channels))
        .service("/api/console", new FilesApi(common.store(), backroom.files(), guard, access.audit()))
        .service("/api/console", new TranslationApi(translations(), common.conversations(), guard))
        .service("/api/console", new HooksApi(backroom.hooks(), guard, common.clock()));
  }

  private Translations translations() {
    return new Translations(common.store(), common.clock(), common.settings().translator());
  }

  private SamePerson samePerson() {
    return new SamePerson(common.conversations(), access.audit(), common.texts());
  }

  private Blocking blocking(AidsApi.Parts aids) {
    return new Blocking(
        new Blocking.Parts(
            common.store(),
            common.ids(),
            common.conversations(),
            aids.queues(),
            access.audit(),
            common.settings().office(),
            aids.door(),
            common.texts(),
            common.clock()));
  }

  private ReferralApi.Parts referring(AidsApi.Parts aids) {
    return new ReferralApi.Parts(
        aids.knowledge(), common.referrals(), common.settings().office(), common.texts());
  }

  private Dossier dossier() {
    return new Dossier(
        new Dossier.Parts(
            common.store(),
            common.ids(),
            common.conversations(),
            access.audit(),
            common.settings().office().calendar(),
            common.clock()));
  }

  /// Who may come in, and as what.
  private Server.Plan accounts(Server.Plan plan, ConsoleGuard guard, Office office) {
    var confirming = new Confirming(access, common.clock(), address);
    var outside =
        new Outside(
            common.settings().access().outside(),
            office,
            common.settings().server().publicUrl(),
            address);
    return plan.service("/api/console", new AccessApi(access, guard, office, outside))
        .service("/api/console", new OidcApi(access, outside))
        .service("/api/console", new AccountApi(access, guard, office, confirming))
        .service("/api/console", new ClerksApi(access, guard, office, confirming))
        .service("/api/console", new IntegrationsApi(access, guard))
        .service("/api/console", new AuditApi(access, guard, office.calendar().zone()));
  }
}
