package cz.okenko.connectors.messenger;

import static cz.okenko.connectors.messenger.MessengerBench.CITIZEN;
import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Event;
import cz.okenko.connectors.Health;
import cz.okenko.connectors.Health.Trouble;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.RememberingOffice;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a citizen sends that is more than a text.
@Timeout(60)
final class MessageReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private final RememberingOffice office = new RememberingOffice();
  private final MessengerBench bench = new MessengerBench(office, NOW);

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'sticker_id':369239263222822,'attachments':[{'type':'image','payload':"
            + "{'url':'https://a.fbcdn.net/t.png','sticker_id':369239263222822}}] | 👍 | 0",
        "'attachments':[{'type':'location','payload':{'coordinates':{'lat':50.1,'long':14.4}}}]"
            + " | Poloha: 50.1, 14.4 | 0",
        "'attachments':[{'type':'fallback','title':'Mapa','url':'https://mapa.example/'}]"
            + " | Mapa+https://mapa.example/ | 0",
        "'text':'Viz https://mapa.example/','attachments':[{'type':'fallback','title':'Mapa'}]"
            + " | Viz https://mapa.example/ | 0",
        "'text':'Tady je.','attachments':[{'type':'file','payload':{'url':"
            + "'https://cdn.fbsbx.com/v/t59/%C5%BE%C3%A1dost.pdf?x=1'}}] | Tady je. | 1",
        "'attachments':[{'type':'template','payload':{'product':{'elements':[{'title':'Kniha'}]}}}]"
            + " | Kniha | 0"
      })
  void what_is_no_text_is_told_in_words_or_attached(String members, String text, int files) {
    bench.bring(bench.wrapped("'message':{'mid':'m1',%s}".formatted(members).replace('\'', '"')));

    InboundMessage message = office.messages().getFirst();
    assertThat(message.text()).isEqualTo(text.replace('+', '\n'));
    assertThat(message.attachments()).hasSize(files);
  }

  @Test
  void an_attachment_has_the_name_of_its_file_and_does_not_print_it() {
    bench.bring(
        bench.wrapped(
            """
            "message":{"mid":"m1","attachments":[{"type":"image","payload":{"url":
            "https://scontent.fbcdn.net/v/%C5%BE%C3%A1dost.jpg?oh=1"}}]}
            """));

    InboundMessage message = office.messages().getFirst();
    assertThat(message.text()).isEmpty();
    assertThat(message.attachments().getFirst().name()).isEqualTo("žádost.jpg");
    assertThat(message.attachments().getFirst().type()).isEqualTo("image/*");
    assertThat(message.attachments().getFirst().toString()).doesNotContain("fbcdn", "žádost");
  }

  @Test
  void what_the_platform_did_not_hand_over_is_told_to_the_clerk() {
    bench.bring(bench.wrapped("\"message\":{\"mid\":\"m1\",\"is_unsupported\":true}"));

    assertThat(office.messages().getFirst().text()).isEqualTo(Words.UNSUPPORTED.in("cs"));
  }

  @Test
  void the_button_that_begins_a_conversation_says_hello() {
    bench.bring(
        bench.wrapped(
            "\"postback\":{\"mid\":\"m1\",\"title\":\"Start\",\"payload\":\"okenko.start\"}"));

    assertThat(office.messages().getFirst().text()).isEqualTo("Dobrý den");
  }

  @Test
  void a_link_with_a_code_brings_the_code_whether_the_thread_is_new_or_not() {
    String referral = "\"referral\":{\"ref\":\"8K2QX-7M0DZ\",\"source\":\"SHORTLINK\"}";
    bench.bring(bench.wrapped("\"postback\":{\"payload\":\"okenko.start\"," + referral + "}"));
    bench.bring(bench.wrapped(referral));

    assertThat(office.messages())
        .extracting(InboundMessage::text)
        .containsExactly("8K2QX7M0DZ", "8K2QX7M0DZ");
  }

  @Test
  void a_link_with_anything_else_is_no_message() {
    bench.bring(bench.wrapped("\"referral\":{\"ref\":\"plakat-na-namesti\"}"));

    assertThat(office.messages()).isEmpty();
    assertThat(office.events()).singleElement().isInstanceOf(Event.Unknown.class);
  }

  @Test
  void a_text_that_cannot_be_stored_as_it_is_stays_readable() {
    bench.bring(bench.wrapped("\"message\":{\"mid\":\"m1\",\"text\":\"a\\u0000b\\ud83d\"}"));
    bench.bring(bench.message("m2", "á".repeat(30_000)));

    assertThat(office.messages().getFirst().text()).isEqualTo("a\ufffdb\ufffd");
    assertThat(office.messages().getLast().text()).hasSize(InboundMessage.MAX_TEXT);
  }

  @Test
  void a_clock_ahead_of_ours_puts_nothing_into_the_future() {
    String body = bench.message("m1", "a");
    bench.now = NOW.minusSeconds(30);

    bench.bring(body);

    assertThat(office.messages().getFirst().sentAt()).isEqualTo(NOW.minusSeconds(30));
  }

  @Test
  void a_page_the_platform_restricts_shows_it_until_it_is_let_go() {
    bench.bring(bench.wrapped("\"policy-enforcement\":{\"action\":\"block\",\"reason\":\"x\"}"));
    assertThat(bench.connector.health().trouble()).isEqualTo(Trouble.RESTRICTED);

    bench.bring(bench.wrapped("\"policy-enforcement\":{\"action\":\"unblock\"}"));
    assertThat(bench.connector.health()).isEqualTo(Health.WELL);
    assertThat(office.events()).hasSize(2);
  }

  @Test
  void the_health_tells_how_late_the_platform_brought_its_news() {
    String body = bench.message("m1", "a");
    bench.now = NOW.plusSeconds(40);

    bench.bring(body);

    assertThat(bench.connector.health().lag()).hasSeconds(40);
  }

  @Test
  void who_has_written_sees_that_an_answer_is_made_unless_a_person_makes_it()
      throws InterruptedException {
    bench.bring(bench.message("m1", "Kde přihlásím psa?"));
    assertThat(bench.graph.action()).isEqualTo("typing_on " + CITIZEN);

    bench.bring(bench.message("m1", "Kde přihlásím psa?"));
    bench.bring(bench.echo("\"mid\":\"m2\",\"text\":\"Hned to bude.\""));
    bench.bring(bench.message("m3", "Děkuji"));
    bench.bring(bench.message("m4", "Dobrý den").replace(CITIZEN, "888"));
    assertThat(bench.graph.action()).isEqualTo("typing_on 888");
    assertThat(bench.graph.quiet()).isTrue();
  }
}
