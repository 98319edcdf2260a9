package cz.okenko.connectors.webchat;

import static cz.okenko.connectors.webchat.OpenChat.assertProblem;

import cz.okenko.connectors.Enclosure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Files the office sends along in the web chat.
final class ChatFilesTest {
  private final OpenChat chat = new OpenChat();

  @AfterEach
  void close() {
    chat.close();
  }

  @Test
  void a_file_is_opened_by_nobody_but_whom_it_was_sent_to() {
    ChatServer server = chat.server();
    server.send(chat.mine(server.post(OpenChat.MESSAGES, OpenChat.MESSAGE)));
    Enclosure file = chat.office().file("a.pdf", "application/pdf", new byte[] {1, 2, 3});
    chat.office().encloses("V příloze.", file);
    String path = "/api/chat/files/" + file.id();

    server.file(chat.mine(server.to(path)));

    assertProblem(401, server.send(server.to(path).GET()));
    assertProblem(401, server.send(server.to(path + "?token=" + chat.token()).GET()));
    assertProblem(404, server.send(chat.mine(server.to(path + "0").GET())));
    assertProblem(404, server.send(chat.mine(server.to("/api/chat/files/x").GET())));
    String stranger = chat.opened();
    assertProblem(
        404, server.send(server.to(path).GET().header("Authorization", "Bearer " + stranger)));
  }
}
