package cz.okenko.benchmark;

import cz.okenko.connectors.http.Json;
import cz.okenko.knowledge.ContentSource;
import cz.okenko.knowledge.content.ContentFiles;
import cz.okenko.knowledge.content.ContentReader;
import cz.okenko.knowledge.LifeSituation;
import cz.okenko.knowledge.Section;
import cz.okenko.knowledge.content.ContentSet;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The limit: the fastest honest way from a question to a stored answer with the parts the product
/// is made of. No conversations, streams, rules, limits or cards. `BareServer PORT FOLDER`.
public final class BareServer {
  private final BareSearch search;
  private final BareStore store;

  private BareServer(BareSearch search, BareStore store) {
    this.search = search;
    this.store = store;
  }

  public static void main(String[] arguments) throws Exception {
    ContentSet content =
        ContentReader.read(ContentFiles.of(new ContentSource.Shipped()), Set.of());
    List<LifeSituation> articles =
        content.articles().stream().map(ContentSet.ArticleText::article).toList();
    var server =
        new BareServer(
            new BareSearch(articles), BareStore.open(Path.of(arguments[1]).resolve("bare.db")));
    WebServer.builder()
        .address(InetAddress.getLoopbackAddress())
        .port(Integer.parseInt(arguments[0]))
        .addRouting(HttpRouting.builder().post("/ask", server::ask))
        .build()
        .start();
  }

  private void ask(ServerRequest request, ServerResponse response) {
    String question = Json.body(request).text("text", 1, 4_000);
    LifeSituation article = search.best(question);
    String answer = article.sections().getOrDefault(Section.ANSWER, "");
    store.keep(question, answer);
    Json.send(response, Map.of("slug", article.slug().value(), "text", answer));
  }
}
