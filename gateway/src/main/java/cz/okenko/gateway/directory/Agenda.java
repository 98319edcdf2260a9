package cz.okenko.gateway.directory;

import java.util.List;

/// A matter the office handles, where it is handled, and by whom (the officials' sign-in names; may
/// be none). `id` is the agenda of the articles, such as `doklady`.
///
/// @param supervised whether a clerk approves what the bot answers about it before it goes out
public record Agenda(
    String id, String name, String place, List<String> clerks, boolean supervised) {
  public Agenda {
    clerks = List.copyOf(clerks);
  }
}
