package cz.okenko.gateway;

import cz.okenko.gateway.access.Presence;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.handoff.Absences;
import cz.okenko.gateway.handoff.Colleagues;
import cz.okenko.gateway.handoff.ConsoleApi;
import cz.okenko.gateway.handoff.ConsoleFeed;
import cz.okenko.gateway.handoff.ConsoleJson;
import cz.okenko.gateway.handoff.Offers;
import cz.okenko.gateway.handoff.OffersApi;
import cz.okenko.gateway.handoff.Queues;
import cz.okenko.gateway.handoff.TransferApi;
import cz.okenko.gateway.roster.DirectoryApi;
import cz.okenko.gateway.roster.Roster;
import cz.okenko.gateway.web.Server;

/// Who is there for whom: the directory, and what looks after those who wait for somebody.
record Staffing(
    Common common,
    ConsoleFeed feed,
    Presence presence,
    Roster roster,
    Absences absences,
    Offers offers,
    Colleagues colleagues) {

  /// To be made when the officials of the settings may sign in.
  static Staffing of(
      Common common, Roster roster, Presence presence, Queues queues, ConsoleFeed feed) {
    Texts texts = common.texts();
    roster.plant();
    var absences =
        new Absences(
            common.store(),
            common.conversations(),
            clerk -> presence.away(clerk) || roster.away(clerk),
            texts);
    var offers =
        new Offers(
            new Offers.Parts(
                common.store(),
                common.conversations(),
                queues,
                common.settings().office(),
                presence,
                roster,
                texts,
                common.clock(),
                feed::changed));
    var colleagues = new Colleagues(common.store(), roster, presence, queues);
    return new Staffing(common, feed, presence, roster, absences, offers, colleagues);
  }

  /// What clerks ask about their colleagues and do with what is offered to them.
  Server.Plan routes(Server.Plan plan, ConsoleApi.Parts console, ConsoleJson json) {
    Office office = common.settings().office();
    return plan.service("/api/console", new OffersApi(console, offers, json))
        .service("/api/console", new TransferApi(console, office, json, colleagues))
        .service(
            "/api/console",
            new DirectoryApi(roster, office, console.guard(), presence, console.audit()));
  }
}
