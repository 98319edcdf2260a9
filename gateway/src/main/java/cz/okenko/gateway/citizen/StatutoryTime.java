package cz.okenko.gateway.citizen;

import cz.okenko.gateway.directory.CzechHolidays;
import cz.okenko.knowledge.Submission;
import java.time.LocalDate;
import java.util.Optional;

/// How long the office has for a formal submission. The day it came is not counted; an end on a day off moves
/// to the next working day. Source: správní řád, zákon č. 500/2004 Sb., § 40 odst. 1.
record StatutoryTime(int days, String law) {

  static Optional<StatutoryTime> of(String submission) {
    for (Submission one : Submission.values()) {
      if (one.code().equals(submission)) {
        return Optional.of(of(one));
      }
    }
    return Optional.empty();
  }

  private static StatutoryTime of(Submission submission) {
    return switch (submission) {
      case INFORMATION -> new StatutoryTime(15, "zákon č. 106/1999 Sb., § 14 odst. 5 písm. d)");
      case COMPLAINT -> new StatutoryTime(60, "zákon č. 500/2004 Sb., § 175 odst. 5");
      case PETITION -> new StatutoryTime(30, "zákon č. 85/1990 Sb., § 5 odst. 3");
      // within these the case goes up to the superior office
      case APPEAL -> new StatutoryTime(30, "zákon č. 500/2004 Sb., § 88 odst. 1");
      // no time of its own: the usual one for a decision
      case OBJECTION -> new StatutoryTime(30, "zákon č. 500/2004 Sb., § 71 odst. 3");
    };
  }

  /// The last day, for what came on that day.
  LocalDate end(LocalDate came) {
    LocalDate end = came.plusDays(days);
    while (!CzechHolidays.isWorkingDay(end)) {
      end = end.plusDays(1);
    }
    return end;
  }
}
