package cz.okenko.connectors.webchat;

import java.net.URI;
import java.util.List;

/// Who may embed the chat and how fast one may write.
///
/// @param origins exact origins of pages that may talk to us, our own included
/// @param conversation messages of one conversation
/// @param address messages of one network address
/// @param opening conversations opened from one network address
public record WebChatLimits(List<URI> origins, Rate conversation, Rate address, Rate opening) {
  public WebChatLimits {
    origins = List.copyOf(origins);
  }

  /// So many at once, then so many each second.
  public record Rate(int burst, int perSecond) {}
}
