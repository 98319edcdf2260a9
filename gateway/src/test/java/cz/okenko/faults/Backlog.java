package cz.okenko.faults;

import java.util.concurrent.TimeUnit;

/// A full mailbox, made up while it is read: each sender goes on in one thread, in turn.
record Backlog(int count, int senders) implements Mails {

  /// The sender of a mail and the place of the mail among theirs, both from 0.
  record Turn(int sender, int number) {}

  Turn turn(int uid) {
    return new Turn((uid - 1) % senders, (uid - 1) / senders);
  }

  @Override
  public String mail(int uid) {
    Turn turn = turn(uid);
    String from = "odesilatel" + turn.sender() + "@obcane.example";
    String first = "odesilatel-" + turn.sender() + "-0";
    String mail =
        PostBox.mail(
            from,
            "odesilatel-" + turn.sender() + "-" + turn.number(),
            "dotaz",
            Questions.number(turn.number()) + " Q" + uid + "Q");
    return turn.number() == 0
        ? mail
        : "In-Reply-To: <" + first + "@obcane.example>\r\n"
            + "References: <" + first + "@obcane.example>\r\n" + mail;
  }

  @Override
  public void awaitMore(int known, long millis) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(millis);
  }
}
