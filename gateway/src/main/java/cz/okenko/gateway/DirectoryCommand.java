package cz.okenko.gateway;

import cz.okenko.gateway.access.Access;
import cz.okenko.gateway.editing.Decoding;
import cz.okenko.gateway.editing.UnreadableFileException;
import cz.okenko.gateway.roster.DirectoryFile;
import cz.okenko.gateway.roster.Roster;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
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

/// `okenko directory export FILE` and `okenko directory import FILE`: the office's people as a CSV file,
/// beside a running gateway or without one.
record DirectoryCommand(
    Map<String, String> environment, InstantSource clock, PrintStream out, PrintStream err) {

  static final String USAGE =
      """
      okenko directory export FILE.csv [--data DIR]
      okenko directory import FILE.csv [--data DIR] [--dry-run]""";

  private static final int NOTHING_DONE = 1;
  private static final int WRONG_USE = 2;

  int run(List<String> arguments) throws IOException {
    var words = new ArrayList<>(arguments);
    boolean dryRun = words.remove("--dry-run");
    Map<String, String> changed = new HashMap<>(environment);
    int data = words.indexOf("--data");
    if (data >= 0 && data + 1 < words.size()) {
      changed.put("OKENKO_DATA_DIR", words.remove(data + 1));
      words.remove(data);
    }
    if (words.size() != 2 || !List.of("export", "import").contains(words.getFirst())) {
      say(err, USAGE);
      return WRONG_USE;
    }
    Settings settings = Settings.load(changed, clock);
    Files.createDirectories(settings.dataFolder());
    Path file = Path.of(words.getLast());
    try (Store store = Store.open(settings.dataFolder().resolve("okenko.db"))) {
      var access = new Access(store, new Ids(clock), clock, settings.access());
      var roster = new Roster(store, settings.office(), clock, access.clerks());
      var directory = new DirectoryFile(roster, access.audit());
      return words.getFirst().equals("export")
          ? export(directory, file)
          : take(directory, file, dryRun);
    }
  }

  private int export(DirectoryFile directory, Path file) throws IOException {
    Files.writeString(file, directory.text());
    say(out, file + ": written");
    return 0;
  }

  private int take(DirectoryFile directory, Path file, boolean dryRun) throws IOException {
    try {
      DirectoryFile.Report report = directory.take(Decoding.text(Files.readAllBytes(file)), dryRun);
      report.faults().forEach(fault -> say(err, file + ": " + fault));
      say(out, file + ": " + report.summary());
      return report.faults().isEmpty() ? 0 : NOTHING_DONE;
    } catch (UnreadableFileException e) {
      say(err, file + ": " + e.getMessage());
      return NOTHING_DONE;
    }
  }

  private static void say(PrintStream stream, String line) {
    stream.writeBytes((line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
    stream.flush();
  }
}
