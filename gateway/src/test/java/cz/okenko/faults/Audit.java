package cz.okenko.faults;

import cz.okenko.faults.Ledger.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Compares what was acknowledged with what is stored, and what is stored with what citizens got.
final class Audit {
  private static final String GREETING = "Píšete si s úřadem přes Telegram";

  private final List<Said> said;
  private final Map<Long, String> uncertain;
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Integer> doubled = new TreeMap<>();
  private int greetedTwice;

  /// @param uncertain what may have been sent twice, collected after each death
  Audit(List<Said> said, Map<Long, String> uncertain) {
    this.said = List.copyOf(said);
    this.uncertain = Map.copyOf(uncertain);
  }

  /// Every acknowledged message is stored exactly once.
  void stored(Map<String, Set<String>> acknowledged) {
    Map<String, Integer> counts = new HashMap<>();
    for (Said line : said) {
      if (line.citizen()) {
        counts.merge(line.channel() + " " + line.key(), 1, Integer::sum);
      }
    }
    acknowledged.forEach(
        (channel, keys) ->
            keys.forEach(
                key -> {
                  int count = counts.getOrDefault(channel + " " + key, 0);
                  if (count != 1) {
                    faults.add(channel + " " + key + " is stored " + count + " times");
                  }
                }));
  }

  /// In each conversation there is one answer for one message.
  void answered() {
    Map<String, Integer> balance = new LinkedHashMap<>();
    for (Said line : said) {
      balance.merge(line.place(), line.citizen() ? 1 : -1, Integer::sum);
    }
    balance.forEach(
        (place, more) -> {
          if (more != 0) {
            faults.add(place + ": " + more + " more messages than answers");
          }
        });
  }

  /// Every answer came once to the citizen, or again because of an uncertain row.
  void heard(String channel, Map<Long, Integer> times) {
    var known = new HashSet<Long>();
    for (Said line : said) {
      if (!line.citizen() && line.channel().equals(channel)) {
        known.add(line.id());
        came(channel, line.id(), times.getOrDefault(line.id(), 0));
      }
    }
    times.keySet().stream()
        .filter(id -> !known.contains(id))
        .forEach(id -> faults.add(channel + ": answer " + id + " came but is not stored"));
  }

  private void came(String channel, long id, int times) {
    if (times == 0) {
      faults.add(channel + ": answer " + id + " never came");
    } else if (times > 1 && uncertain.containsKey(id)) {
      doubled.merge(channel, 1, Integer::sum);
    } else if (times > 1) {
      faults.add(channel + ": answer " + id + " came " + times + " times and is not uncertain");
    }
  }

  /// Telegram's messages carry no id of ours: the n-th different post in a chat is the n-th answer
  /// there, equal ones in a row are one that came again ([Questions]).
  Map<Long, Integer> inOrder(Map<Long, List<String>> posts) {
    var times = new HashMap<Long, Integer>();
    posts.forEach(
        (chat, texts) -> {
          List<Long> answers =
              said.stream()
                  .filter(line -> !line.citizen())
                  .filter(line -> line.place().equals("telegram " + TelegramSide.BOT + ":" + chat))
                  .map(Said::id)
                  .toList();
          greetedTwice += Math.toIntExact(texts.stream().filter(Audit::greets).skip(1).count());
          count(chat, texts.stream().filter(text -> !greets(text)).toList(), answers, times);
        });
    return times;
  }

  private void count(long chat, List<String> texts, List<Long> answers, Map<Long, Integer> times) {
    int at = -1;
    String last = "";
    for (String text : texts) {
      at += text.equals(last) ? 0 : 1;
      last = text;
      if (at < answers.size()) {
        times.merge(answers.get(at), 1, Integer::sum);
      } else {
        faults.add("telegram: chat " + chat + " got more than its " + answers.size() + " answers");
      }
    }
  }

  private static boolean greets(String text) {
    return text.startsWith(GREETING);
  }

  List<String> faults() {
    return faults;
  }

  /// Second copies of answers, all of them of uncertain rows, by channel.
  Map<String, Integer> doubled() {
    return doubled;
  }

  /// First words of the channel that came again; they are no row.
  int greetedTwice() {
    return greetedTwice;
  }
}
