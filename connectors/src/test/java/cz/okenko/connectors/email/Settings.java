package cz.okenko.connectors.email;

import cz.okenko.connectors.ChannelSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a settings file would say, without the file.
final class Settings implements ChannelSettings {
  private final Map<String, String> values = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  Settings with(String key, Object value) {
    values.put(key, value.toString());
    return this;
  }

  /// Keys whose value could not be used.
  List<String> faults() {
    return faults;
  }

  @Override
  public boolean present() {
    return !values.isEmpty();
  }

  @Override
  public String text(String key, String otherwise) {
    return values.getOrDefault(key, otherwise);
  }

  @Override
  public String secret(String key) {
    if (!values.containsKey(key)) {
      faults.add(key);
    }
    return secretOrEmpty(key);
  }

  @Override
  public String secretOrEmpty(String key) {
    return values.getOrDefault(key, "");
  }

  @Override
  public boolean flag(String key, boolean otherwise) {
    return Boolean.parseBoolean(values.getOrDefault(key, otherwise + ""));
  }

  @Override
  public int number(String key, int otherwise, int least, int most) {
    return Integer.parseInt(values.getOrDefault(key, otherwise + ""));
  }

  @Override
  public List<String> texts(String key) {
    return List.of();
  }

  @Override
  public void fault(String key, String reason) {
    faults.add(key);
  }
}
