package cz.okenko.connectors.telegram;

/// How news reach us: we ask, or Telegram comes. Only one of them at a time (TG-01).
interface Reception extends AutoCloseable {

  /// Begins in the background, and tries again as long as Telegram cannot be reached.
  void start();

  @Override
  void close();
}
