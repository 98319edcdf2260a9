package cz.okenko.connectors.email.threads;

import cz.okenko.connectors.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One matter with one participant.
///
/// @param id random looking, the value of the channel's address
/// @param participant who is answered by the bot; empty when nobody can be
/// @param replyTo where the participant wants answers of people to go, possibly empty
/// @param name of the participant, possibly empty
/// @param subject without `Re:`, possibly empty
/// @param chain message ids of the thread so far, oldest first, the newest last
public record MailThread(
    String id,
    String participant,
    String replyTo,
    String name,
    String subject,
    List<String> chain) {
  /// RFC 5322 §3.6.4 lets a chain grow; more than this makes a header some servers refuse. The
  /// first id, which names the thread, stays.
  private static final int LONGEST_CHAIN = 20;

  public MailThread {
    chain = List.copyOf(chain);
  }

  /// The same with one more mail at its end.
  MailThread with(String messageId) {
    if (messageId.isEmpty()) {
      return this;
    }
    List<String> longer = new ArrayList<>(chain);
    longer.remove(messageId);
    longer.add(messageId);
    while (longer.size() > LONGEST_CHAIN) {
      longer.remove(1);
    }
    return new MailThread(id, participant, replyTo, name, subject, longer);
  }

  /// Whether this address takes part.
  public boolean has(String address) {
    return !address.isEmpty() && (address.equals(participant) || address.equals(replyTo));
  }

  /// What citizens may quote when their program loses the ids.
  public String number() {
    return id.substring(0, 8);
  }

  String written() {
    return new String(
        Json.write(
            Map.of(
                "participant", participant,
                "replyTo", replyTo,
                "name", name,
                "subject", subject,
                "chain", chain)),
        StandardCharsets.UTF_8);
  }

  static MailThread read(String id, String written) {
    Json.Body body = Json.read(written.getBytes(StandardCharsets.UTF_8));
    return new MailThread(
        id,
        body.text("participant", 0, 1_000),
        body.text("replyTo", 0, 1_000),
        body.text("name", 0, 1_000),
        body.text("subject", 0, 1_000),
        body.texts("chain", 2 * LONGEST_CHAIN));
  }

  /// Neither names nor addresses.
  @Override
  public String toString() {
    return "thread " + id;
  }
}
