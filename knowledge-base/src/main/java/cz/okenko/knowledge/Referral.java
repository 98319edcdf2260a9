package cz.okenko.knowledge;

import java.util.List;

/// A neighbouring matter the office does not handle: who does, and how to reach them.
public record Referral(String topic, String title, String text, List<Link> links) {

  public Referral {
    links = List.copyOf(links);
  }
}
