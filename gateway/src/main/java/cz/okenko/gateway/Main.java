package cz.okenko.gateway;

import cz.okenko.gateway.access.AdminAccount;
import cz.okenko.gateway.settings.SettingsException;
import cz.okenko.gateway.store.Store;
import cz.okenko.knowledge.ContentException;
import cz.okenko.knowledge.Evaluation;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.Training;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// The command line: `serve` (the default), `evaluate FILE.tsv --out RUN.tsv`, `check`, `due`, and
/// what [EditingCommand] and [DirectoryCommand] do.
public final class Main {
  private static final int WRONG_USE = 2;

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    // Helidon and Lucene speak java.util.logging; one log is enough.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    int status = new Command(System.getenv(), System.out, System.err).run(List.of(arguments));
    if (status != 0) {
      System.exit(status);
    }
  }

  /// One run of the command line, its surroundings given.
  record Command(Map<String, String> environment, PrintStream out, PrintStream err) {

    int run(List<String> arguments) throws IOException, InterruptedException {
      try {
        return switch (arguments.isEmpty() ? "serve" : arguments.getFirst()) {
          case "serve" -> serve();
          case "evaluate" -> evaluate(arguments.subList(1, arguments.size()));
          case "train" -> train(arguments.subList(1, arguments.size()));
          case "check" -> upkeep().check();
          case "due" -> upkeep().due();
          case "import-faq" -> editing().importFaq(arguments.subList(1, arguments.size()));
          case "import-content" -> editing().importContent(arguments.subList(1, arguments.size()));
          case "directory" ->
              new DirectoryCommand(environment, InstantSource.system(), out, err)
                  .run(arguments.subList(1, arguments.size()));
          case "export" -> editing().export(arguments.subList(1, arguments.size()));
          default -> usage();
        };
      } catch (SettingsException | ContentException e) {
        err.println(e.getMessage());
        return 1;
      }
    }

    private EditingCommand editing() {
      return new EditingCommand(environment, InstantSource.system(), out, err);
    }

    private int usage() {
      err.println("okenko serve | evaluate FILE.tsv --out RUN.tsv | train --out DIR | check | due");
      err.println(EditingCommand.USAGE);
      err.println(DirectoryCommand.USAGE);
      return WRONG_USE;
    }

    private int serve() throws IOException, InterruptedException {
      InstantSource clock = InstantSource.system();
      Settings settings = Settings.load(environment, clock);
      Files.createDirectories(settings.dataFolder());
      Gateway gateway = Gateway.start(settings, clock);
      var stopped = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(
              Thread.ofPlatform()
                  .unstarted(
                      () -> {
                        gateway.close();
                        stopped.countDown();
                      }));
      greet(settings, gateway);
      stopped.await();
      return 0;
    }

    private void greet(Settings settings, Gateway gateway) {
      out.println("Okénko: " + settings.office().name());
      out.println("Chat:    " + settings.server().publicUrl() + "/");
      out.println("Console: " + settings.server().publicUrl() + "/console/");
      if (gateway.admin() instanceof AdminAccount.Made(String signIn, String password)) {
        out.println("First sign-in (shown this once): " + signIn + " / " + password);
      }
      out.flush();
    }

    private UpkeepCommand upkeep() {
      InstantSource clock = InstantSource.system();
      return new UpkeepCommand(Settings.withoutChannels(environment, clock), clock, out);
    }

    /// Learns ranking and confidence from the shipped content and writes weights and report.
    private int train(List<String> arguments) throws IOException {
      if (arguments.size() != 2 || !arguments.getFirst().equals("--out")) {
        return usage();
      }
      new Training().weights(Path.of(arguments.get(1)));
      return 0;
    }

    /// Evaluates the content alone, in a database of its own that is thrown away.
    private int evaluate(List<String> arguments) throws IOException {
      if (arguments.size() != 3 || !arguments.get(1).equals("--out")) {
        return usage();
      }
      Path questions = Path.of(arguments.getFirst());
      Path run = Path.of(arguments.get(2));
      Settings settings = Settings.withoutChannels(environment, InstantSource.system());
      Path folder = Files.createTempDirectory("okenko-evaluate");
      try (Store store = Store.open(folder.resolve("okenko.db"));
          KnowledgeBase knowledge =
              KnowledgeBase.open(
                  settings.knowledge(folder.resolve("index")),
                  store,
                  InstantSource.system());
          var summary = new PrintWriter(out, true, StandardCharsets.UTF_8)) {
        new Evaluation(knowledge).run(questions, run, summary);
      } finally {
        delete(folder);
      }
      return 0;
    }

    private static void delete(Path folder) throws IOException {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
