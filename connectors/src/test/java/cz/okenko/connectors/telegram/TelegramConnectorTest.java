package cz.okenko.connectors.telegram;

/// The contract when Telegram comes to us.
final class TelegramConnectorTest extends TelegramContract {
  TelegramConnectorTest() {
    super(true);
  }
}
