package cz.okenko.connectors.telegram;

/// The contract when we ask Telegram.
final class TelegramPollingTest extends TelegramContract {
  TelegramPollingTest() {
    super(false);
  }
}
