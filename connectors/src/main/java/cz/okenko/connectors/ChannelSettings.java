package cz.okenko.connectors;

import java.util.List;

/// What the settings file says of one channel. A value that cannot be used becomes a fault with its
/// line, and reading goes on with the value given for that case; keys nobody asked for are faults.
public interface ChannelSettings {

  /// Whether the file speaks of the channel at all.
  boolean present();

  String text(String key, String otherwise);

  /// A secret: the content of the file that `key-file` names (relative to the settings file, without
  /// the line end), else the value of the environment variable `OKENKO_<CHANNEL>_<KEY>`; a missing
  /// one is a fault. A secret never stands in the settings file itself.
  String secret(String key);

  /// The same for one that need not be there: then empty.
  String secretOrEmpty(String key);

  boolean flag(String key, boolean otherwise);

  int number(String key, int otherwise, int least, int most);

  List<String> texts(String key);

  /// Notes that the value of a key cannot be used, and why (“must be …”).
  void fault(String key, String reason);
}
