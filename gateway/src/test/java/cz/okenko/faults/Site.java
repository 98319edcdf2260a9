package cz.okenko.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where a trial happens.
///
/// @param folder thrown away afterwards; the office's logo lies in it already
/// @param office settings of the demo office
/// @param command that starts the product, without what it is to do
record Site(Path folder, Path office, List<String> command, PrintStream out) {
  static final String PASSWORD = "faults-only-password";

  Site {
    command = List.copyOf(command);
  }

  /// Writes settings: the demo office without limits on how fast one may write, and channels.
  Path settings(String name, String channels) throws IOException {
    String limits =
        """

        limits:
          conversation: {burst: 1000000, per-second: 1000000}
          address: {burst: 1000000, per-second: 1000000}
          opening: {burst: 1000000, per-second: 1000000}
        channels:
        """;
    return Files.writeString(
        folder.resolve(name + ".yaml"),
        Files.readString(office) + limits + channels.indent(2));
  }

  /// Secrets of all channels, the way they come from the environment.
  static Map<String, String> secrets() {
    var secrets =
        new HashMap<>(
            Map.of(
                "OKENKO_ADMIN_PASSWORD", PASSWORD,
                "OKENKO_CONTENT", "shipped",
                "OKENKO_TELEGRAM_TOKEN", TelegramSide.TOKEN,
                "OKENKO_TELEGRAM_WEBHOOK_SECRET", TelegramSide.SECRET,
                "OKENKO_MESSENGER_APP_SECRET", MessengerSide.APP_SECRET,
                "OKENKO_MESSENGER_VERIFY_TOKEN", "faults-verify",
                "OKENKO_EMAIL_PASSWORD", "faults-mail-password"));
    MessengerSide.PAGES.forEach(
        page -> secrets.put("OKENKO_MESSENGER_PAGE_TOKEN_" + page, "faults-page-token"));
    return secrets;
  }

  /// One line of the table in the README, with the load of the machine.
  void row(String what, String result, String goal, String repeat) throws IOException {
    out.printf("| %s | %s | %s | `%s` |%n", what, result, goal, repeat);
    out.println("  load average at the end: " + load());
  }

  void say(String line) {
    out.println(line);
  }

  static String load() throws IOException {
    Path file = Path.of("/proc/loadavg");
    String[] fields = Files.exists(file) ? Files.readString(file).split(" ", 4) : new String[0];
    return fields.length < 3 ? "unknown" : fields[0] + ", " + fields[1] + ", " + fields[2];
  }
}
