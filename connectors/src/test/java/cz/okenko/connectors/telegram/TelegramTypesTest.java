package cz.okenko.connectors.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import cz.okenko.connectors.Address;
import cz.okenko.connectors.Choice;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.OutboundMessage.Occasion;
import cz.okenko.connectors.OutboundMessage.Speaker;
import cz.okenko.connectors.RememberingOffice;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/// Our words and our fake, read by the types of `telegrambots-meta`, which this project did not
/// write: both speak the protocol and not a dialect of their own.
@Timeout(60)
final class TelegramTypesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void what_we_send_is_what_others_understand() throws Exception {
    try (var bench = new Bench(new RememberingOffice(), true).started()) {
      var message =
          new OutboundMessage(
              7,
              new Address("telegram", "7001:-5"),
              "cs",
              "**Ano**",
              List.of(new Choice("a", "Dál")),
              new Speaker.Bot(),
              new Occasion("7001:-5:77", Bench.NOW));
      bench.connector.deliver(message);

      SendMessage sent =
          JSON.readValue(
              bench.telegram.posts().getLast().request().toString(), SendMessage.class);
      sent.validate();
      assertThat(sent.getText()).isEqualTo("<b>Ano</b>");
      assertThat(sent.getParseMode()).isEqualTo("HTML");
      assertThat(sent.getReplyParameters().getMessageId()).isEqualTo(77);
      assertThat(sent.getLinkPreviewOptions().getIsDisabled()).isTrue();
      var keys = (InlineKeyboardMarkup) sent.getReplyMarkup();
      assertThat(keys.getKeyboard().getFirst().getFirst().getCallbackData()).isEqualTo("7.0");
      SetWebhook set = JSON.readValue(bench.telegram.webhook().toString(), SetWebhook.class);
      set.validate();
      assertThat(set.getSecretToken()).isEqualTo(Bench.SECRET);
    }
  }

  @Test
  void what_our_fake_sends_is_what_others_understand() throws IOException {
    Update message = JSON.readValue(Bench.message(1, "Ahoj").toString(), Update.class);
    Update press = JSON.readValue(Bench.press(2, "7.0", "cs").toString(), Update.class);

    assertThat(message.getMessage().getText()).isEqualTo("Ahoj");
    assertThat(message.getMessage().getChatId()).isEqualTo(Bench.CITIZEN);
    assertThat(press.getCallbackQuery().getData()).isEqualTo("7.0");
  }
}
