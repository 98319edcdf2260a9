package cz.okenko.gateway.handoff;

import cz.okenko.gateway.Offices;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.access.Audit;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.conversation.Talk;
import cz.okenko.gateway.directory.HoursInWords;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.OfficeDoor;
import cz.okenko.gateway.directory.Role;
import cz.okenko.gateway.store.Ids;
import cz.okenko.knowledge.ContentSource;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.KnowledgeSettings;
import java.nio.file.Path;
import java.util.List;

/// The counter of a small office without any articles, and what it stands on.
final class Desk implements AutoCloseable {
  private final KnowledgeBase knowledge;
  private final Queues queues;
  private final Counter counter;
  private final OfficeDoor door;
  private final Texts texts = Texts.load();

  Desk(Path folder, Talk talk) {
    Office office = Offices.lipnice(folder);
    this.knowledge =
        KnowledgeBase.open(
            new KnowledgeSettings(new ContentSource.None(), folder.resolve("index"), List.of()),
            talk.store(),
            talk.clock());
    this.queues = new Queues(office, knowledge, agenda -> true);
    this.counter =
        new Counter(
            talk.conversations(),
            queues,
            texts,
            talk.clock(),
            new Audit(talk.store(), new Ids(talk.clock()), talk.clock()));
    this.door = new OfficeDoor(office.calendar(), new HoursInWords(texts), talk.clock());
  }

  static Clerk clerk(int n) {
    return new Clerk(
        new ClerkId(n + 1), "clerk" + n, "Úředník " + n, Role.CLERK, List.of("doklady"), true);
  }

  Counter counter() {
    return counter;
  }

  Queues queues() {
    return queues;
  }

  OfficeDoor door() {
    return door;
  }

  Texts texts() {
    return texts;
  }

  @Override
  public void close() {
    knowledge.close();
  }
}
