package cz.okenko.knowledge.text;

import java.util.Arrays;

/// Numbers texts, known by their [Hash], from 0 on in the order in which they were added. Adding is
/// for one thread; reading afterwards for many.
public final class Vocabulary {

  private static final int ABSENT = -1;

  private long[] keys;
  private int[] numbers;
  private int size;

  /// An empty one with room for about so many.
  public Vocabulary(int expected) {
    int capacity = Integer.highestOneBit(Math.max(8, expected) * 2 - 1) * 2;
    this.keys = new long[capacity];
    this.numbers = new int[capacity];
  }

  /// The number of the text; added if it is new.
  public int add(long hash) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int at = slot(hash);
    if (keys[at] == 0) {
      keys[at] = hash;
      numbers[at] = size++;
    }
    return numbers[at];
  }

  /// The number of the text, or -1.
  public int find(long hash) {
    int at = slot(hash);
    return keys[at] == 0 ? ABSENT : numbers[at];
  }

  /// How many texts there are.
  public int size() {
    return size;
  }

  /// The hashes in the order of their numbers.
  public long[] hashes() {
    long[] all = new long[size];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        all[numbers[i]] = keys[i];
      }
    }
    return all;
  }

  private int slot(long hash) {
    int mask = keys.length - 1;
    int at = (int) hash & mask;
    while (keys[at] != 0 && keys[at] != hash) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[oldKeys.length * 2];
    numbers = Arrays.copyOf(oldNumbers, keys.length);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int at = slot(oldKeys[i]);
        keys[at] = oldKeys[i];
        numbers[at] = oldNumbers[i];
      }
    }
  }
}
