package cz.okenko.knowledge;

import java.util.Locale;

/// A formal submission that a citizen files rather than asks about. Each has its own article and
/// its own deadline, which runs from the day it was received.
public enum Submission {
  /// A request for information. Source: zákon č. 106/1999 Sb., § 13 and § 14.
  INFORMATION("informace-106"),
  /// A complaint. Source: správní řád, zákon č. 500/2004 Sb., § 175.
  COMPLAINT("stiznost"),
  /// A petition. Source: zákon č. 85/1990 Sb., o právu petičním.
  PETITION("petice"),
  /// An appeal or another remedy. Source: správní řád, § 81 and after.
  APPEAL("podatelna"),
  /// An objection in a proceeding. Source: správní řád, § 36 and § 37.
  OBJECTION("podatelna");

  private final String code = name().toLowerCase(Locale.ROOT);
  private final String article;

  Submission(String article) {
    this.article = article;
  }

  /// The key in `intents.yaml`, in rows and on the wire.
  public String code() {
    return code;
  }

  /// The article that says how to file it.
  public Slug article() {
    return new Slug(article);
  }
}
