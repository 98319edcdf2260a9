package cz.okenko.connectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A channel's settings as a test gives them: lists with commas, secrets as they are.
public final class GivenSettings implements ChannelSettings {
  private final Map<String, String> values;
  private final List<String> faults = new ArrayList<>();

  public GivenSettings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /// The keys that were found faulty.
  public List<String> faults() {
    return List.copyOf(faults);
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
      fault(key, "is missing");
    }
    return values.getOrDefault(key, "");
  }

  @Override
  public String secretOrEmpty(String key) {
    return values.getOrDefault(key, "");
  }

  @Override
  public boolean flag(String key, boolean otherwise) {
    return Boolean.parseBoolean(values.getOrDefault(key, Boolean.toString(otherwise)));
  }

  @Override
  public int number(String key, int otherwise, int least, int most) {
    return Integer.parseInt(values.getOrDefault(key, Integer.toString(otherwise)));
  }

  @Override
  public List<String> texts(String key) {
    String text = values.getOrDefault(key, "");
    return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
  }

  @Override
  public void fault(String key, String reason) {
    faults.add(key);
  }
}
