package cz.okenko.gateway.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folder of files, of citizens and for them. Names are random and tell nothing; a file is whole and on disk
/// before it has its name. Safe for any thread.
final class Cabinet {
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");
  private static final String UNFINISHED = ".part";
  private static final int BUFFER = 64 * 1024;

  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  Cabinet(Path folder) {
    this.folder = folder;
  }

  /// What became of a file.
  sealed interface Taken {
    /// @param name what it is called in the cabinet
    record Kept(String name, long bytes, FileType type) implements Taken {}

    /// It went on after the most that is allowed; nothing of it is kept.
    record TooLarge() implements Taken {}
  }

  /// Takes a file in, reading at most one byte more than allowed.
  Taken take(InputStream in, long most) throws IOException {
    String name = name();
    Path whole = path(name);
    Path part = part(name);
    Files.createDirectories(whole.getParent());
    try {
      Taken taken = copy(in, part, name, most);
      if (taken instanceof Taken.Kept) {
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
      }
      return taken;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /// A name for a file that comes in pieces.
  String name() {
    byte[] id = new byte[16];
    random.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  /// Puts a piece where it belongs, if what is before it is here and it is not too long.
  ///
  /// @return how many bytes are here
  long put(String name, long at, byte[] bytes, long most) throws IOException {
    Path part = part(name);
    Files.createDirectories(part.getParent());
    try (FileChannel out =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      onlyOurs(part);
      if (at >= 0 && at <= out.size() && at + bytes.length <= most) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
          out.write(left, at + left.position());
        }
        out.force(true);
      }
      return out.size();
    }
  }

  /// All pieces are here: the file has its name from now on.
  Taken.Kept whole(String name) throws IOException {
    Path part = part(name);
    byte[] head;
    try (InputStream in = Files.newInputStream(part)) {
      head = in.readNBytes(FileType.HEAD);
    }
    long bytes = Files.size(part);
    Files.move(part, path(name), StandardCopyOption.ATOMIC_MOVE);
    return new Taken.Kept(name, bytes, FileType.of(head));
  }

  /// Takes its name from a file that nobody could look into, so that its last piece may be sent again.
  void again(String name) throws IOException {
    Files.move(path(name), part(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path part(String name) {
    return path(name).resolveSibling(name + UNFINISHED);
  }

  Path path(String name) {
    return in(folder, name);
  }

  /// Puts a file where nobody is served from.
  void quarantine(String name) throws IOException {
    Path away = in(folder.resolve("quarantine"), name);
    Files.createDirectories(away.getParent());
    Files.move(path(name), away, StandardCopyOption.REPLACE_EXISTING);
  }

  void remove(String name) throws IOException {
    Files.deleteIfExists(path(name));
    Files.deleteIfExists(part(name));
    Files.deleteIfExists(in(folder.resolve("quarantine"), name));
  }

  /// Removes what a process that died had begun.
  void clean() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder, 2)) {
      for (Path file : files.filter(f -> f.toString().endsWith(UNFINISHED)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static Path in(Path folder, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no file is called so");
    }
    return folder.resolve(name.substring(0, 2)).resolve(name);
  }

  private static Taken copy(InputStream in, Path part, String name, long most)
      throws IOException {
    byte[] head = {};
    long bytes = 0;
    try (FileChannel out =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      onlyOurs(part);
      byte[] buffer = new byte[BUFFER];
      for (int read = in.readNBytes(buffer, 0, BUFFER); read > 0; ) {
        if (bytes == 0) {
          head = Arrays.copyOf(buffer, Math.min(read, FileType.HEAD));
        }
        bytes += read;
        if (bytes > most) {
          return new Taken.TooLarge();
        }
        writeAll(out, ByteBuffer.wrap(buffer, 0, read));
        long left = most - bytes + 1;
        read = in.readNBytes(buffer, 0, (int) Math.min(BUFFER, left));
      }
      out.force(true);
    }
    return new Taken.Kept(name, bytes, FileType.of(head));
  }

  private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  private static void onlyOurs(Path file) throws IOException {
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (UnsupportedOperationException notPosix) {
      // the folder's owner decides there
    }
  }
}
