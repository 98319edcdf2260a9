package cz.okenko.gateway.directory;

import java.time.Duration;
import java.util.List;

/// A matter the office handles, where it is handled, and by whom (the officials' sign-in names; may
/// be none). `id` is the agenda of the articles, such as `doklady`.
///
/// @param supervised whether a clerk approves what the bot answers about it before it goes out
/// @param promised how long somebody may wait for a clerk, counted in the office's hours
public record Agenda(
    String id,
    String name,
    String place,
    List<String> clerks,
    boolean supervised,
    Duration promised) {
  public Agenda {
    if (!promised.isPositive()) {
      throw new IllegalArgumentException("agenda " + id + " promises " + promised);
    }
    clerks = List.copyOf(clerks);
  }
}
