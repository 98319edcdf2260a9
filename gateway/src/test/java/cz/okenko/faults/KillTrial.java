package cz.okenko.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The process is killed again and again while citizens write on four channels. After each death
/// the rows that may be sent twice are noted; in the end everything is compared.
final class KillTrial {
  private static final String UNDONE =
      "select (select count(*) from message where received = 1)"
          + " + (select count(*) from outbox where state = 'due')";

  private final Site site;
  private final int rounds = Faults.size("rounds", 50);
  private final long seed = Long.getLong("okenko.faults.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Books books = new Books();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Map<Long, String> uncertain = new HashMap<>();
  private int laterThanNoted;

  KillTrial(Site site) {
    this.site = site;
  }

  boolean run() throws Exception {
    site.say("seed=" + seed);
    var post = new PostBox();
    try (var telegram = new TelegramSide();
        var messenger = new MessengerSide(true);
        var mail = new MailSide(post)) {
      String others = messenger.settings() + mail.settings();
      Path polling = site.settings("polling", telegram.settings(false) + others);
      Path webhook = site.settings("webhook", telegram.settings(true) + others);
      try (var product = Product.start(site, polling, List.of())) {
        telegram.bringTo(product.port());
        messenger.echoTo(product.port());
        product.awaitUp();
        var inhabitants = new Inhabitants(product, telegram, post, books, over);
        killWhileTheyWrite(product, inhabitants, List.of(polling, webhook));
        settle(product, telegram, post);
        product.kill();
        Audit audit = audit(product, messenger, telegram, mail);
        return report(audit, telegram);
      }
    }
  }

  private void killWhileTheyWrite(
      Product product, Inhabitants inhabitants, List<Path> settings) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writing = new ArrayList<Future<Integer>>();
      for (Callable<Integer> one : inhabitants.all(seed)) {
        writing.add(threads.submit(one));
      }
      for (int n = 0; n < rounds; n++) {
        aRandomMoment(product);
        product.kill();
        look(product);
        product.startAgain(settings.get(random.nextInt(settings.size())));
        if (n % 10 == 9) {
          site.say("  killed " + (n + 1) + " times, " + books.count() + " acknowledged");
        }
      }
      product.awaitUp();
      books.bell().drainPermits();
      books.bell().tryAcquire(20, 20, TimeUnit.SECONDS);
      over.countDown();
      for (Future<Integer> done : writing) {
        done.get(2, TimeUnit.MINUTES);
      }
    }
  }

  /// Three ends of four come amid some dozens of messages, one while it starts.
  private void aRandomMoment(Product product) throws InterruptedException {
    if (random.nextInt(4) == 0) {
      TimeUnit.MILLISECONDS.sleep(random.nextInt(200, 4_000));
    } else {
      product.awaitUp();
      books.bell().drainPermits();
      books.bell().tryAcquire(random.nextInt(1, 80), 10, TimeUnit.SECONDS);
      TimeUnit.MILLISECONDS.sleep(random.nextInt(50));
    }
  }

  /// Notes what may be sent twice now, and that no mail beyond the noted UID counts as read.
  private void look(Product product) throws Exception {
    try (var ledger = Ledger.ofCopy(product.database(), site.folder().resolve("copy"))) {
      uncertain.putAll(ledger.uncertain());
      long noted =
          ledger.number(
              """
              select coalesce(max(cast(substr(value, instr(value, ' ') + 1) as integer)), 0)
                from notebook where channel = 'email' and key = 'folder/INBOX'
              """);
      Set<String> stored =
          ledger.said().stream()
              .filter(line -> line.channel().equals("email") && line.citizen())
              .map(Ledger.Said::key)
              .collect(Collectors.toSet());
      for (long uid = 1; uid <= noted; uid++) {
        laterThanNoted += stored.contains("Q" + uid + "Q") ? 0 : 1;
      }
    }
  }

  /// Until everything was taken in, answered and delivered; two minutes at most.
  private void settle(Product product, TelegramSide telegram, PostBox post) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    try (var ledger = Ledger.of(product.database())) {
      long mails = 0;
      while ((telegram.hasWaiting() || mails < post.count()) && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(300);
        mails = ledger.number("select count(*) from message where channel = 'email'"
            + " and author = 'citizen'");
      }
      ledger.awaitZero(UNDONE, 120);
    }
  }

  private Audit audit(
      Product product, MessengerSide messenger, TelegramSide telegram, MailSide mail)
      throws Exception {
    try (var ledger = Ledger.of(product.database())) {
      var audit = new Audit(ledger.said(), uncertain);
      audit.stored(books.all());
      audit.answered();
      audit.heard("messenger", messenger.heard());
      audit.heard("email", mail.heard());
      audit.heard("telegram", audit.inOrder(telegram.posts()));
      long undone = ledger.number(UNDONE);
      if (undone > 0) {
        audit.faults().add(undone + " rows are still to be answered or delivered");
      }
      long refused = ledger.number("select count(*) from outbox where state = 'refused'");
      if (refused > 0) {
        audit.faults().add(refused + " answers were refused");
      }
      if (laterThanNoted > 0) {
        audit.faults().add(laterThanNoted + " mails were noted as read and not stored");
      }
      String whole = ledger.word("pragma integrity_check");
      if (!whole.equals("ok")) {
        audit.faults().add("integrity check: " + whole);
      }
      return audit;
    }
  }

  private boolean report(Audit audit, TelegramSide telegram) throws Exception {
    var byChannel = new TreeMap<String, Integer>();
    books.all().forEach((channel, keys) -> byChannel.put(channel, keys.size()));
    var rows = new TreeMap<String, Integer>();
    uncertain.values().forEach(channel -> rows.merge(channel, 1, Integer::sum));
    audit.faults().stream().limit(40).forEach(fault -> site.say("FAULT " + fault));
    site.say("uncertain rows: " + new TreeMap<>(uncertain));
    site.say(
        "Telegram: %s; its first words came again %d times"
            .formatted(telegram.ways(), audit.greetedTwice()));
    int doubles = audit.doubled().values().stream().mapToInt(Integer::intValue).sum();
    site.row(
        "killed with `kill -9` " + rounds + " times under the load of four channels",
        "%d acknowledged %s; %d faults (lost, stored twice, unanswered, doubled without an uncertain"
            .formatted(books.count(), byChannel, audit.faults().size())
            + " row); %d uncertain rows %s, %d of them came twice %s"
                .formatted(uncertain.size(), rows, doubles, audit.doubled()),
        "0",
        "deployment/okenko-faults kill rounds=" + rounds);
    return audit.faults().isEmpty();
  }
}
