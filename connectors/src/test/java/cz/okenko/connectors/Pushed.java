package cz.okenko.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every channel keeps to that hands messages to a platform: added to [ConnectorContract] by the
/// test that extends it.
public interface Pushed {
  String LINK = "https://vzorov.example/zivotni-situace/obcansky-prukaz?vek=15&ztrata=ano#poplatek";

  RememberingOffice office();

  Connector connector();

  /// A citizen has written, so that there is an address to answer.
  boolean send(String id, String text);

  /// What the citizen has read on the platform so far, one entry for each of its messages, oldest
  /// first, as the platform would show it.
  List<String> heard();

  /// Labels of what can be picked under what was heard last, in order, as the platform shows them.
  List<String> offered();

  /// Characters in one message of the platform.
  int longest();

  /// From now on the platform asks to wait this long; returns at once.
  void slowDown(Duration wait);

  /// From now on the citizen wants no messages of the office.
  void block();

  @Test
  default void a_long_text_arrives_whole_in_pieces_the_platform_takes() throws IOException {
    send("1", "Co všechno potřebuji?");
    String paragraph = "Přineste prosím platný doklad totožnosti a vyplněnou žádost. ".repeat(8);
    List<String> paragraphs =
        IntStream.range(0, 30).mapToObj(i -> "**Krok " + i + ".** " + paragraph.strip()).toList();

    deliver(String.join("\n\n", paragraphs) + "\n\n[Celý postup](" + LINK + ")");

    assertThat(heard()).allSatisfy(piece -> assertThat(piece.length()).isBetween(1, longest()));
    String all = String.join("\n", heard());
    assertThat(all).contains(LINK);
    for (int i = 0; i < paragraphs.size(); i++) {
      assertThat(all).contains("Krok " + i + ".");
    }
  }

  @Test
  default void a_link_is_never_cut() throws IOException {
    send("1", "Kde je formulář?");

    deliver("Formulář: " + (LINK + " ").repeat(200));

    assertThat(String.join(" ", heard()).split(Pattern.quote(LINK), -1))
        .hasSize(201);
  }

  @Test
  default void choices_are_offered_in_their_order() throws IOException {
    send("1", "občanka");

    for (OutboundMessage message :
        office()
            .says(
                "Myslíte:",
                new Choice("slug:obcansky-prukaz-vydani", "Nový občanský průkaz"),
                new Choice("slug:obcansky-prukaz-ztrata", "Ztráta průkazu"),
                new Choice("handoff", "Mluvit s člověkem"))) {
      assertThat(connector().deliver(message)).isEqualTo(new Delivery.Delivered());
    }

    assertThat(offered())
        .containsExactly("Nový občanský průkaz", "Ztráta průkazu", "Mluvit s člověkem");
  }

  @Test
  default void markup_of_the_platform_in_a_text_is_only_text() throws IOException {
    send("1", "test");

    deliver("Pište <b>ručně</b> & _bez_ zkratek; 3 < 5");

    assertThat(String.join("\n", heard())).contains("<b>ručně</b> &", "3 < 5");
  }

  @Test
  default void a_platform_that_is_busy_defers() throws IOException {
    send("1", "Kolik stojí občanka?");
    slowDown(Duration.ofSeconds(17));

    assertThat(connector().deliver(office().says("Stojí 200 Kč.").getFirst()))
        .isInstanceOf(Delivery.Deferred.class);
  }

  @Test
  default void a_citizen_who_wants_no_messages_is_left_alone() throws IOException {
    send("1", "Kolik stojí občanka?");
    block();

    assertThat(connector().deliver(office().says("Stojí 200 Kč.").getFirst()))
        .isInstanceOf(Delivery.Refused.class);
  }

  private void deliver(String text) throws IOException {
    for (OutboundMessage message : office().says(text)) {
      assertThat(connector().deliver(message)).isEqualTo(new Delivery.Delivered());
    }
  }
}
