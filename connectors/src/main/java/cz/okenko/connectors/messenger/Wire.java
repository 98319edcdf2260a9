package cz.okenko.connectors.messenger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// The shapes we post to the Graph API; members without a value are left out.
final class Wire {
  private Wire() {}

  record Person(String id) {}

  /// To `/me/messages`. Source: Send API reference, v25.0, seen 2026-11-21.
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Send(
      Person recipient,
      @JsonProperty("messaging_type") String type,
      String tag,
      @JsonProperty("persona_id") String persona,
      Content message) {}

  /// To `/me/messages` as well: shows that somebody is at work.
  record Action(Person recipient, @JsonProperty("sender_action") String action) {}

  /// What a piece of a message holds.
  sealed interface Content {}

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Text(
      String text, @JsonProperty("quick_replies") List<QuickReply> replies, String metadata)
      implements Content {
    Text {
      replies = List.copyOf(replies);
    }
  }

  record Buttons(Attached attachment, String metadata) implements Content {}

  record Attached(String type, Template payload) {}

  /// A file that was uploaded before. Source: "Attachment Upload API Reference", v21.0, seen 2026-11-29.
  record File(Uploaded attachment, String metadata) implements Content {}

  record Uploaded(String type, Asset payload) {}

  record Asset(@JsonProperty("attachment_id") String id) {}

  /// To `/me/message_attachments`, beside the file itself.
  record Upload(Reusable attachment) {}

  record Reusable(String type, Reuse payload) {}

  /// Only what may be used again can be sent by its id.
  record Reuse(@JsonProperty("is_reusable") boolean reusable) {}

  record Template(
      @JsonProperty("template_type") String type, String text, List<Button> buttons) {
    Template {
      buttons = List.copyOf(buttons);
    }
  }

  record Button(String type, String title, String payload) {}

  record QuickReply(@JsonProperty("content_type") String type, String title, String payload) {}

  /// To `/me/personas`.
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Persona(String name, @JsonProperty("profile_picture_url") String picture) {}

  /// To `/me/messenger_profile`.
  record Profile(@JsonProperty("get_started") Start start, List<Greeting> greeting) {
    Profile {
      greeting = List.copyOf(greeting);
    }
  }

  record Start(String payload) {}

  record Greeting(String locale, String text) {}
}
