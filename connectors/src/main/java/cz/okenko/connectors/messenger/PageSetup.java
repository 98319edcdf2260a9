package cz.okenko.connectors.messenger;

import cz.okenko.connectors.ConnectorProvider.House;
import cz.okenko.connectors.Health.Trouble;
import cz.okenko.connectors.Notebook;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// At each start asks whether the tokens are good. Once for each page puts the button there that
/// opens a conversation, and the greeting that says who answers (FB-19); what the office changes
/// there later stays.
final class PageSetup implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PageSetup.class);

  /// Characters of a greeting. Source: Messenger Profile reference. Known, not seen.
  private static final int LONGEST_GREETING = 160;

  private final Graph graph;
  private final Pages pages;
  private final Notebook notebook;
  private final House house;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  PageSetup(Graph graph, Pages pages, Notebook notebook, House house) {
    this.graph = graph;
    this.pages = pages;
    this.notebook = notebook;
    this.house = house;
  }

  void start(Map<String, String> tokens) {
    tokens.forEach((page, token) -> executor.execute(() -> look(page, token)));
  }

  private void look(String page, String token) {
    try {
      Graph.Answer answer = graph.get("/me", token);
      if (answer instanceof Graph.Fault fault) {
        LOG.warn("messenger: the platform does not know the token of page {}: {}", page, fault);
        pages.trouble(page, trouble(fault));
      } else {
        pages.well(page);
        greet(page, token);
      }
    } catch (IOException e) {
      pages.trouble(page, Trouble.UNREACHABLE);
    }
  }

  private static Trouble trouble(Graph.Fault fault) {
    return Faults.of(fault) instanceof Faults.Wait wait ? wait.trouble() : Trouble.NOT_SIGNED_IN;
  }

  private void greet(String page, String token) throws IOException {
    String key = "profile:" + page;
    if (notebook.read(key).isPresent()) {
      return;
    }
    String greeting = house.name() + ". " + Words.MACHINE.in(house.language());
    var profile =
        new Wire.Profile(
            new Wire.Start(MessageReader.START),
            List.of(
                new Wire.Greeting(
                    "default",
                    greeting.substring(0, Math.min(LONGEST_GREETING, greeting.length())))));
    if (graph.post("/me/messenger_profile", token, profile) instanceof Graph.Fault fault) {
      LOG.warn("messenger: page {} got no button to begin with: {}", page, fault);
    } else {
      notebook.write(Map.of(key, "1"));
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
