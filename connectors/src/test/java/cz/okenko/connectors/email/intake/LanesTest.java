package cz.okenko.connectors.email.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.Inbox;
import cz.okenko.connectors.RememberingOffice;
import cz.okenko.connectors.email.intake.Lanes.Letter;
import cz.okenko.connectors.email.threads.Signatures;
import cz.okenko.connectors.email.threads.Threads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class LanesTest {
  private static final String US = "dotazy@vzorov.example";
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  @TempDir Path folder;
  private final RememberingOffice office = new RememberingOffice();
  private final List<Letter> letters = new ArrayList<>();
  private Archive archive;

  @BeforeEach
  void makeArchive() {
    archive = new Archive(folder);
  }

  @Test
  void those_who_have_nothing_to_do_with_each_other_do_not_wait_for_each_other()
      throws IOException {
    comes("anna", "a1", "", "první");
    comes("boris", "b1", "", "druhý");
    comes("cyril", "c1", "", "třetí");

    lanes(new Meeting(3)).take(letters, () -> false);

    assertThat(texts()).containsExactlyInAnyOrder("první", "druhý", "třetí");
  }

  @Test
  void mails_of_one_sender_are_taken_in_one_after_the_other() throws IOException {
    for (int i = 0; i < 60; i++) {
      comes("obcan" + i % 7, "m" + i, "", Integer.toString(i));
    }

    lanes(office).take(letters, () -> false);

    assertThat(texts()).hasSize(60);
    for (int sender = 0; sender < 7; sender++) {
      int own = sender;
      assertThat(texts().stream().map(Integer::valueOf).filter(n -> n % 7 == own)).isSorted();
    }
  }

  /// Else it would open a thread of its own, because the one it belongs to is not there yet.
  @Test
  void a_reply_from_the_senders_other_address_comes_after_what_it_replies_to() throws IOException {
    for (int i = 0; i < 40; i++) {
      String first = "Reply-To: doma" + i + "@posta.example\n";
      comes("prace" + i, "f" + i, first, "první");
      comes("doma" + i, "s" + i, "In-Reply-To: <f" + i + "@posta.example>\n", "druhý");
    }

    lanes(office).take(letters, () -> false);

    assertThat(office.conversations()).isEqualTo(40);
  }

  @Test
  void a_mail_that_must_be_tried_again_holds_up_its_sender_and_nobody_else() throws IOException {
    comes("anna", "a1", "", "jed");
    comes("anna", "a2", "", "po něm");
    comes("boris", "b1", "", "zdravý");
    office.refuse("jed");
    Lanes lanes = lanes(office);

    assertThatThrownBy(() -> lanes.take(letters, () -> false)).isInstanceOf(IOException.class);
    assertThat(texts()).containsExactly("zdravý");

    office.refuse("");
    lanes.take(letters, () -> false);
    assertThat(texts()).containsExactly("zdravý", "jed", "po něm");
  }

  @Test
  void nothing_more_is_begun_once_the_channel_is_closed() throws IOException {
    comes("anna", "a1", "", "první");

    lanes(office).take(letters, () -> true);

    assertThat(texts()).isEmpty();
  }

  private List<String> texts() {
    return office.messages().stream().map(InboundMessage::text).toList();
  }

  private void comes(String from, String id, String headers, String text) throws IOException {
    String mail =
        "From: %s@posta.example\nTo: %s\nMessage-ID: <%s@posta.example>\n%s\n%s\n"
            .formatted(from, US, id, headers, text);
    String kept =
        archive.write(out -> out.write(mail.getBytes(StandardCharsets.UTF_8)));
    letters.add(new Letter(kept, NOW));
  }

  private Lanes lanes(Inbox inbox) {
    var signatures = new Signatures(office.notebook());
    var wording = new Intake.Wording("", "", "", "", "", "");
    return new Lanes(
        new Intake(
            new Intake.Office("email", inbox, office.notebook(), () -> NOW),
            new Intake.Rules(US, true, "", wording),
            new Threads(office.notebook(), signatures, US),
            signatures,
            archive));
  }

  /// An inbox that stores nothing before so many messages are there at once.
  private final class Meeting implements Inbox {
    private final CountDownLatch there;

    Meeting(int messages) {
      this.there = new CountDownLatch(messages);
    }

    @Override
    public Receipt accept(InboundMessage message) {
      there.countDown();
      try {
        assertThat(there.await(20, TimeUnit.SECONDS)).as("all came").isTrue();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      return office.accept(message);
    }

    @Override
    public void note(Event event) {
      office.note(event);
    }

    @Override
    public List<Choice> offered(long message) {
      return office.offered(message);
    }
  }
}
