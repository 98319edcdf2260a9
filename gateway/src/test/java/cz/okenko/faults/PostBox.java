package cz.okenko.faults;

import java.util.ArrayList;
import java.util.List;

/// A mailbox that citizens write to, each once.
final class PostBox implements Mails {
  private final List<String> mails = new ArrayList<>();

  /// Puts a mail in; gives the token it is known by.
  synchronized String put(String question) {
    int n = mails.size() + 1;
    String token = "Q" + n + "Q";
    mails.add(mail("obcan" + n + "@obcane.example", token, "dotaz " + token, question));
    notifyAll();
    return token;
  }

  /// A small mail.
  ///
  /// @param id what its Message-ID begins with
  static String mail(String from, String id, String subject, String text) {
    return """
        From: %s
        To: %s
        Subject: %s
        Message-ID: <%s@obcane.example>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        %s
        """
        .formatted(from, MailSide.ADDRESS, subject, id, text)
        .replace("\n", "\r\n");
  }

  @Override
  public synchronized int count() {
    return mails.size();
  }

  @Override
  public synchronized String mail(int uid) {
    return mails.get(uid - 1);
  }

  @Override
  public synchronized void awaitMore(int known, long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    while (mails.size() <= known && System.nanoTime() < end) {
      wait(millis);
    }
  }
}
