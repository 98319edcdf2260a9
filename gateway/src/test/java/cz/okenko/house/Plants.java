package cz.okenko.house;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Faults on purpose: each class breaks one rule of the house, so that a rule that has fallen asleep
/// is noticed. They are compiled into a temporary folder and nobody else sees them. Libraries that
/// are not there are planted along.
final class Plants {
  private static final List<Source> SOURCES =
      List.of(
          plant("knowledge", "KnowledgeKnowsConnectors", "cz.okenko.connectors.Connector known;"),
          plant("connectors.telegram", "ConnectorKnowsKnowledge", "cz.okenko.knowledge.Fact known;"),
          plant("connectors.telegram", "TelegramKnowsEmail", "cz.okenko.connectors.email.Letter l;"),
          plant("connectors.email", "Letter", ""),
          plant("gateway.handoff", "HandoffInACircle", "cz.okenko.gateway.access.InACircle other;"),
          plant("gateway.access", "InACircle", "cz.okenko.gateway.handoff.HandoffInACircle other;"),
          plant("gateway.handoff", "Feature", ""),
          plant("gateway.store", "StoreKnowsDelivery", "cz.okenko.gateway.delivery.Letter known;"),
          plant("gateway.delivery", "Letter", ""),
          plant("gateway.directory", "DirectoryKnowsStore", "cz.okenko.gateway.store.Store known;"),
          plant(
              "gateway.delivery",
              "DeliveryKnowsConversation",
              "cz.okenko.gateway.conversation.Talk known;"),
          plant("gateway.conversation", "Talk", ""),
          plant("gateway.hook", "HookKnowsConversation", "cz.okenko.gateway.conversation.Talk known;"),
          plant(
              "gateway.conversation",
              "ConversationKnowsHandoff",
              "cz.okenko.gateway.handoff.Feature known;"),
          plant(
              "gateway.dialogue", "DialogueKnowsHandoff", "cz.okenko.gateway.handoff.Feature known;"),
          library("org.apache.lucene.planted"),
          plant("knowledge", "SearchesWithLucene", "org.apache.lucene.planted.Type known;"),
          library("dev.langchain4j"),
          plant("knowledge", "PhrasesElsewhere", "dev.langchain4j.Type known;"),
          library("org.telegram"),
          plant("gateway.web", "TelegramElsewhere", "org.telegram.Type known;"),
          library("jakarta.mail"),
          plant("connectors.telegram", "MailElsewhere", "jakarta.mail.Type known;"),
          library("org.eclipse.angus"),
          plant("gateway", "AngusElsewhere", "org.eclipse.angus.Type known;"),
          library("com.restfb"),
          plant("connectors.webchat", "GraphElsewhere", "com.restfb.Type known;"),
          plant("gateway.web", "ApiWithSql", "org.jdbi.v3.core.Handle known;"),
          plant("knowledge.index", "KnowledgeWithSql", "org.jdbi.v3.core.Handle known;"),
          plant(
              "gateway.conversation",
              "RecordWithJson",
              "com.fasterxml.jackson.core.JsonParser known;"),
          library("jakarta.inject"),
          plant("gateway", "Injected", "jakarta.inject.Type known;"),
          library("org.mockito"),
          plant("gateway", "Mocking", "org.mockito.Type known;"),
          new Source("cz.okenko.gateway", "OpenClass", "class OpenClass {}"),
          plant("gateway", "QueueManager", ""),
          plant("gateway", "OptionalTaken", "void take(java.util.Optional<String> text) {}"),
          plant("planted", "NotNullMarked", ""),
          plant("gateway", "MutableStatic", "static int count;"),
          plant(
              "gateway",
              "HandlesRequests",
              "void handle(io.helidon.webserver.http.ServerRequest request,"
                  + " io.helidon.webserver.http.ServerResponse response) {}"),
          plant("gateway", "ReadsTheClock", "Object now = java.time.Instant.now();"),
          plant("gateway", "Prints", "void print() { System.out.println(); }"),
          plant("gateway", "Sleeps", "void sleep() throws Exception { Thread.sleep(1); }"),
          plant(
              "gateway",
              "MakesMappers",
              "Object mapper = com.fasterxml.jackson.databind.json.JsonMapper.builder().build();"),
          plant("gateway", "ReadsTheEnvironment", "Object home = System.getenv(\"HOME\");"));

  private Plants() {}

  /// Compiles the plants into the folder.
  static void into(Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
    StringWriter faults = new StringWriter();
    if (!compiler.getTask(faults, null, null, options, null, SOURCES).call()) {
      throw new IllegalStateException("the plants do not compile: " + faults);
    }
  }

  private static Source plant(String where, String name, String member) {
    String text = "public final class " + name + " { " + member + " }";
    return new Source("cz.okenko." + where, name, text);
  }

  private static Source library(String name) {
    return new Source(name, "Type", "public final class Type {}");
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String packageName, String name, String body) {
      super(
          URI.create("plant:///" + packageName.replace('.', '/') + "/" + name + ".java"),
          JavaFileObject.Kind.SOURCE);
      this.text = "package " + packageName + ";\n" + body;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
