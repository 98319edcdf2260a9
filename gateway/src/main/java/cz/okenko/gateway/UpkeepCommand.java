package cz.okenko.gateway;

import cz.okenko.gateway.store.Store;
import cz.okenko.knowledge.Upkeep;
import cz.okenko.knowledge.UpkeepReport;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// `check` looks through the content files, `due` through what an office has published.
record UpkeepCommand(Settings settings, InstantSource clock, PrintStream out) {

  /// Lists what translators and editors have to do about the content, and counts it.
  int check() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    UpkeepReport report = UpkeepReport.ofFiles(settings.knowledge(settings.dataFolder()), today);
    for (Upkeep.Kind kind : Upkeep.Kind.values()) {
      List<Upkeep.Item> items =
          report.items().stream().filter(item -> item.kind() == kind).toList();
      out.println(name(kind) + ": " + items.size());
      items.forEach(item -> out.println("  " + item));
    }
    out.println(
        "texts: "
            + report.texts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey().code() + " " + entry.getValue())
                .collect(Collectors.joining(", ")));
    out.println("facts: %d, unconfirmed %d".formatted(report.facts(), report.unconfirmed()));
    return 0;
  }

  /// Lists the articles that are due, those that answer most first.
  int due() {
    Path file = settings.dataFolder().resolve("okenko.db");
    if (!Files.exists(file)) {
      out.println("There is no database " + file + " yet; start Okénko once.");
      return 1;
    }
    try (Store store = Store.open(file)) {
      List<Upkeep.Due> due =
          UpkeepReport.due(settings.knowledge(settings.dataFolder()), store, clock);
      out.println("answered in 90 days | article | to be done");
      for (Upkeep.Due article : due) {
        out.println("%6d  %s  %s".formatted(article.answered(), article.slug(), article.title()));
        article.items().forEach(item -> out.println("        " + item));
      }
    }
    return 0;
  }

  private static String name(Upkeep.Kind kind) {
    return switch (kind) {
      case TRANSLATION_OLD -> "translations older than their facts";
      case SAYING_MISSING -> "values without a saying";
      case SECTION_MISSING -> "sections not translated";
      case REVIEW_DUE -> "articles to be reviewed";
      case FACT_EXPIRED -> "facts that ran out";
      case FACT_UNCONFIRMED -> "unconfirmed facts in articles";
    };
  }
}
