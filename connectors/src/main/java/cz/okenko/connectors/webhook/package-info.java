/// A signed JSON webhook for third parties: whoever has another kind of medium (a kiosk, a
/// telephone line with a transcript, a town's own app) brings citizens' messages to one route and
/// is told what the office says at an address of theirs. Both directions are signed as Standard
/// Webhooks wants it.
///
/// It is also the example in CONTRIBUTING.md of how a channel is made. Start reading at
/// [WebhookConnector].
@NullMarked
package cz.okenko.connectors.webhook;

import org.jspecify.annotations.NullMarked;
