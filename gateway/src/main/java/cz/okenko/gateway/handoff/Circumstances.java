package cz.okenko.gateway.handoff;

import cz.okenko.gateway.conversation.Blocks;
import cz.okenko.gateway.conversation.Blocks.Block;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.handoff.HandedRows.Handed;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// What a clerk must know of a conversation beside its transcript, in the shapes the console reads. What there
/// is nothing of is left out.
final class Circumstances {
  private Circumstances() {}

  static Map<String, Object> of(Handle handle, Conversation now, Blocks blocks) {
    ConversationId id = now.id();
    var json = new LinkedHashMap<String, Object>(handedOn(handle, id));
    ReferralRows.newest(handle, id)
        .filter(referral -> referral.state().shown())
        .ifPresent(referral -> json.put("referral", json(referral)));
    blocks.of(handle, now.address()).ifPresent(block -> json.put("block", json(block)));
    return json;
  }

  /// From whom nothing is taken for a time.
  static Map<String, Object> json(Block block) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", Long.toString(block.id()));
    json.put("conversation", block.conversation().toString());
    json.put("channel", block.address().channel());
    json.put("reason", block.why().reason().code());
    if (!block.why().note().isEmpty()) {
      json.put("note", block.why().note());
    }
    json.put("clerk", Map.of("id", block.by().clerk().value(), "name", block.by().name()));
    json.put("at", block.at().toString());
    json.put("until", block.until().toString());
    return json;
  }

  /// How it was handed on last.
  static Map<String, Object> handedOn(Handle handle, ConversationId id) {
    return HandedRows.of(handle, id)
        .map(handed -> Map.<String, Object>of("handedOn", json(handed)))
        .orElseGet(Map::of);
  }

  private static Map<String, Object> json(Handed handed) {
    var json = new LinkedHashMap<String, Object>();
    json.put("by", handed.by());
    if (!handed.to().isEmpty()) {
      json.put("to", handed.to());
    }
    if (!handed.note().isEmpty()) {
      json.put("note", handed.note());
    }
    json.put("at", handed.at().toString());
    return json;
  }

  private static Map<String, Object> json(ReferralRows.Referral referral) {
    var json = new LinkedHashMap<String, Object>();
    json.put("institution", referral.to().name());
    if (!referral.to().url().isEmpty()) {
      json.put("url", referral.to().url());
    }
    json.put("state", referral.state().code());
    json.put("askedAt", referral.askedAt().toString());
    return json;
  }
}
