package cz.okenko.connectors.email.intake;

import cz.okenko.connectors.email.reading.Anatomy;
import cz.okenko.connectors.email.reading.Bytes;
import cz.okenko.connectors.email.threads.Signatures;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/// Every mail as it came, one file each, readable by the process's user alone. A file's name is
/// made from the content, so that the same mail is the same file, and tells nothing about it.
public final class Archive {
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");
  private static final String OUTSIDE = "quarantine";

  /// How many letters of their names mails are sorted by: few folders, because each that got a mail must
  /// be put on disk after a batch. Two letters had the first mails.
  private static final List<Integer> SHARDS = List.of(1, 2);

  /// Fields of a head that its sender wrote.
  private static final Set<String> SENDERS =
      Set.of(
          "from", "to", "cc", "subject", "date", "message-id", "in-reply-to", "references",
          "content-type", "content-transfer-encoding", "auto-submitted");

  private final Path folder;

  public Archive(Path folder) {
    this.folder = folder;
  }

  /// A mail on disk.
  ///
  /// @param id made from what its sender wrote, not from the way it took
  /// @param start the whole mail, or the beginning of one that is too large to be taken apart
  /// @param whole whether `start` is all of it
  public record Kept(String id, Bytes start, long size, boolean whole) {}

  /// Writes bytes of a mail.
  @FunctionalInterface
  public interface Source {
    void writeTo(OutputStream out) throws IOException;
  }

  /// Writes a mail and gives its id; it is on disk after [#sync].
  public String write(Source source) throws IOException {
    makeFolder(folder);
    Path fresh = folder.resolve("in-" + UUID.randomUUID() + ".part");
    try {
      copy(source, fresh);
      String id = id(start(fresh));
      Path shard = shard(id);
      makeFolder(shard);
      Files.move(fresh, shard.resolve(id + ".eml"), StandardCopyOption.ATOMIC_MOVE);
      return id;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// Waits until mails that were written are on disk, with their names. All at once, because a disk
  /// takes no longer for many than for one.
  public void sync(Collection<String> ids) throws IOException {
    List<Callable<Path>> work = new ArrayList<>();
    for (String id : ids) {
      Path file = existing(id);
      work.add(() -> sync(file));
    }
    for (Path shard : new HashSet<>(ids.stream().map(this::shard).toList())) {
      work.add(() -> sync(shard));
    }
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Path> done : together.invokeAll(work)) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("mails could not be put on disk", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("closing");
    }
  }

  /// A mail that was written.
  public Kept kept(String id) throws IOException {
    Path file = existing(id);
    Bytes start = start(file);
    long size = Files.size(file);
    return new Kept(id, start, size, start.size() == size);
  }

  private Path shard(String id) {
    return shard(id, SHARDS.getFirst());
  }

  private Path shard(String id, int letters) {
    return folder.resolve(id.substring(0, letters));
  }

  /// Marks a mail as one not to be taken apart again.
  public void quarantine(String id) throws IOException {
    Path shard = folder.resolve(OUTSIDE);
    makeFolder(shard);
    Path mark = shard.resolve(id);
    if (!Files.exists(mark)) {
      Files.createFile(mark, privately("rw-------"));
      sync(shard);
    }
  }

  /// Removes the original, if it is here.
  public void remove(String id) throws IOException {
    if (NAME.matcher(id).matches()) {
      for (int letters : SHARDS) {
        Files.deleteIfExists(shard(id, letters).resolve(id + ".eml"));
      }
    }
  }

  boolean isQuarantined(String id) {
    return Files.exists(folder.resolve(OUTSIDE).resolve(id));
  }

  /// Opens the original.
  public InputStream open(String id) throws IOException {
    return Files.newInputStream(existing(id));
  }

  /// The original in memory, at most as much of it as can be taken apart.
  public Bytes read(String id) throws IOException {
    return start(existing(id));
  }

  private Path existing(String id) throws FileNotFoundException {
    if (!NAME.matcher(id).matches()) {
      throw new FileNotFoundException("no mail of that name");
    }
    for (int letters : SHARDS) {
      Path file = shard(id, letters).resolve(id + ".eml");
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    throw new FileNotFoundException("mail " + id + " is gone");
  }

  private static Bytes start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Bytes.of(in.readNBytes(Anatomy.MOST_BYTES));
    }
  }

  private static void copy(Source source, Path file) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, privately("rw-------"))) {
      source.writeTo(Channels.newOutputStream(channel));
    }
  }

  /// The same mail brought twice differs in the lines its servers put on top: those do not count.
  /// The sender's Message-ID alone would not do, because a stranger may repeat somebody else's.
  private static String id(Bytes mail) {
    MessageDigest digest = sha256();
    int at = 0;
    boolean counts = true;
    while (at < mail.size()) {
      int end = mail.lineEnd(at);
      String name = mail.headerName(at);
      if (name.isEmpty()) {
        break;
      }
      counts = name.isBlank() ? counts : SENDERS.contains(name);
      if (counts) {
        mail.addTo(digest, at, end);
      }
      at = end;
    }
    mail.addTo(digest, at, mail.size());
    return Signatures.digest(digest);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, privately("rwx------"));
      sync(folder.resolveSibling("."));
    }
  }

  /// A name in a folder is on disk only after the folder is.
  private static Path sync(Path fileOrFolder) throws IOException {
    try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
      channel.force(true);
    }
    return fileOrFolder;
  }

  private static FileAttribute<Set<PosixFilePermission>> privately(String mode) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
  }
}
