/// Telegram, by its Bot API.
///
/// Speaks the protocol itself, over the JDK's HTTP client and Jackson's tree (see the decision on
/// it in `gateway/docs/decisions`); no other class of the house sees a Telegram type. It is not a
/// dialogue: what a citizen means is found out by the gateway, only `/start`, `/help` and the
/// question whether a group talks to us are settled here.
///
/// Start reading at [TelegramConnector]. News come in through [Polling] or the webhook route and go
/// to the office through [Intake]; what the office says goes out through [Sending]. The rules of
/// the platform have ids `TG-01` to `TG-14`; `connectors/README.md` lists them with their tests.
@NullMarked
package cz.okenko.connectors.telegram;

import org.jspecify.annotations.NullMarked;
