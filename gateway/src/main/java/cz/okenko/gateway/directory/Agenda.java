package cz.okenko.gateway.directory;

import java.util.List;

/// A matter the office handles, where it is handled, and by whom (the officials' sign-in names; may
/// be none). `id` is the agenda of the articles, such as `doklady`.
public record Agenda(String id, String name, String place, List<String> clerks) {
  public Agenda {
    clerks = List.copyOf(clerks);
  }
}
