package cz.okenko.gateway;

import cz.okenko.gateway.directory.HoursInWords;
import cz.okenko.gateway.directory.OfficeDoor;
import cz.okenko.gateway.editing.FaqImport;
import cz.okenko.gateway.editing.FolderWriting;
import cz.okenko.gateway.editing.Refusal;
import cz.okenko.gateway.editing.UnreadableFileException;
import cz.okenko.gateway.publishing.LinkedServices;
import cz.okenko.gateway.store.Store;
import cz.okenko.knowledge.Archive;
import cz.okenko.knowledge.ContentFault;
import cz.okenko.knowledge.ContentSource;
import cz.okenko.knowledge.Effect;
import cz.okenko.knowledge.KnowledgeBase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The commands that bring articles in and take them out, beside a running gateway or without one.
/// They end with 0 when something came of it, 1 when nothing could be done, 2 when called wrongly.
record EditingCommand(
    Map<String, String> environment, InstantSource clock, PrintStream out, PrintStream err) {

  static final String USAGE =
      """
      okenko import-faq FILE [--data DIR] [--dry-run]
      okenko import-content DIR [--data DIR] [--dry-run]
      okenko export DIR [--data DIR]
      okenko export --cpsv FILE.jsonld [--data DIR]""";

  private static final int WRONG_USE = 2;
  private static final int NOTHING_DONE = 1;
  private static final int MOST_LISTED = 1_000;

  /// What stands on the command line behind the command.
  private record Options(List<String> operands, String data, boolean dryRun, boolean linked) {
    boolean isWrong() {
      return operands.size() != 1 || operands.getFirst().startsWith("--");
    }

    Path operand() {
      return Path.of(operands.getFirst());
    }
  }

  int importFaq(List<String> arguments) throws IOException {
    Options options = options(arguments);
    if (options.isWrong()) {
      return usage();
    }
    Path file = options.operand();
    Settings settings = settings(options);
    try (Store store = store(settings)) {
      var archive = new Archive(store, settings.localFacts(), clock);
      FaqImport.Report report = new FaqImport(archive).run(file, options.dryRun());
      tell(file, report, options.dryRun());
      return report.isEmpty() ? NOTHING_DONE : 0;
    } catch (UnreadableFileException e) {
      say(err, file + ": " + e.getMessage());
      return NOTHING_DONE;
    }
  }

  private void tell(Path file, FaqImport.Report report, boolean dryRun) {
    report.lines().stream()
        .filter(line -> dryRun && line.effect() != Effect.SAME)
        .limit(MOST_LISTED)
        .forEach(line -> tell(line.effect(), line.slug() + "  " + line.question()));
    for (Refusal refusal : report.refusals()) {
      say(err, file + ": " + refusal);
    }
    say(out, file + ": " + report.summary() + written(dryRun));
  }

  int importContent(List<String> arguments) throws IOException {
    Options options = options(arguments);
    if (options.isWrong()) {
      return usage();
    }
    Path folder = options.operand();
    if (!Files.isDirectory(folder)) {
      say(err, folder + ": there is no such folder");
      return NOTHING_DONE;
    }
    Settings settings = settings(options);
    try (Store store = store(settings)) {
      var archive = new Archive(store, settings.localFacts(), clock);
      Archive.FolderReport report =
          archive.importFolder(new ContentSource.Folder(folder), options.dryRun());
      tell(folder, report, options.dryRun());
      return report.changes().isEmpty() ? NOTHING_DONE : 0;
    }
  }

  private void tell(Path folder, Archive.FolderReport report, boolean dryRun) {
    for (Archive.Change change : report.changes()) {
      if (change.effect() != Effect.SAME) {
        String parts = String.join(", ", change.parts());
        tell(change.effect(), change.what() + (parts.isEmpty() ? "" : ": " + parts));
      }
    }
    report.faults().forEach((ContentFault fault) -> say(err, folder.resolve(fault.toString()) + ""));
    long files = report.faults().stream().map(ContentFault::file).distinct().count();
    say(
        out,
        "%s: %d new, %d changed, %d the same, %d files left out"
                .formatted(
                    folder,
                    count(report, Effect.NEW),
                    count(report, Effect.CHANGED),
                    count(report, Effect.SAME),
                    files)
            + written(dryRun));
  }

  private static long count(Archive.FolderReport report, Effect effect) {
    return report.changes().stream().filter(change -> change.effect() == effect).count();
  }

  int export(List<String> arguments) throws IOException {
    Options options = options(arguments);
    if (options.isWrong()) {
      return usage();
    }
    Settings settings = settings(options);
    Path scratch = Files.createTempDirectory("okenko-export");
    try (Store store = store(settings)) {
      if (options.linked()) {
        exportLinked(settings, store, scratch, options.operand());
      } else {
        var archive = new Archive(store, settings.localFacts(), clock);
        if (archive.isEmpty()) {
          // Nothing was ever started on this folder: what a first start would load is the base.
          open(settings, store, scratch).close();
        }
        exportFiles(archive.files(settings.content()), options.operand());
      }
      return 0;
    } catch (UnreadableFileException e) {
      say(err, options.operand() + ": " + e.getMessage());
      return NOTHING_DONE;
    } finally {
      FolderWriting.delete(scratch);
    }
  }

  private void exportFiles(Map<String, String> files, Path folder)
      throws IOException, UnreadableFileException {
    FolderWriting.write(files, folder);
    say(out, folder + ": " + files.size() + " files");
  }

  private void exportLinked(Settings settings, Store store, Path scratch, Path file)
      throws IOException {
    Texts texts = Texts.load();
    var door = new OfficeDoor(settings.office().calendar(), new HoursInWords(texts), clock);
    try (KnowledgeBase knowledge = open(settings, store, scratch)) {
      var publicly = settings.publicly(door, texts, knowledge, clock);
      Files.write(file, new LinkedServices(publicly).json());
    }
    say(out, file + ": written");
  }

  private KnowledgeBase open(Settings settings, Store store, Path scratch) {
    return KnowledgeBase.open(settings.knowledge(scratch.resolve("index")), store, clock);
  }

  private int usage() {
    say(err, USAGE);
    return WRONG_USE;
  }

  private static Options options(List<String> arguments) {
    var operands = new ArrayList<String>();
    String data = "";
    boolean dryRun = false;
    boolean linked = false;
    for (int i = 0; i < arguments.size(); i++) {
      switch (arguments.get(i)) {
        case "--dry-run" -> dryRun = true;
        case "--cpsv" -> linked = true;
        case "--data" -> {
          i++;
          data = i < arguments.size() ? arguments.get(i) : "";
        }
        default -> operands.add(arguments.get(i));
      }
    }
    return new Options(operands, data, dryRun, linked);
  }

  private Settings settings(Options options) {
    Map<String, String> changed = new HashMap<>(environment);
    if (!options.data().isEmpty()) {
      changed.put("OKENKO_DATA_DIR", options.data());
    }
    return Settings.withoutChannels(changed, clock);
  }

  private static Store store(Settings settings) throws IOException {
    Files.createDirectories(settings.dataFolder());
    return Store.open(settings.dataFolder().resolve("okenko.db"));
  }

  private void tell(Effect effect, String what) {
    String did =
        switch (effect) {
          case NEW -> "new";
          case CHANGED -> "changed";
          case SAME -> "same";
          case GONE -> "gone";
        };
    say(out, "%-8s %s".formatted(did, what));
  }

  private static String written(boolean dryRun) {
    return dryRun ? " (dry run, nothing was written)" : "";
  }

  private static void say(PrintStream stream, String line) {
    stream.writeBytes((line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
    stream.flush();
  }
}
