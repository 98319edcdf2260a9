package cz.okenko.knowledge.text;

import java.util.Arrays;

/// The words of a text as wordings see them: for each the places of wordings it can take.
public final class Reading {

  private final int[][] numbers;

  Reading(int[][] numbers) {
    this.numbers = numbers;
  }

  /// How many words there are.
  public int size() {
    return numbers.length;
  }

  /// The words from `start` to before `end`.
  public Reading part(int start, int end) {
    return new Reading(Arrays.copyOfRange(numbers, start, end));
  }

  int[] numbers(int at) {
    return numbers[at];
  }

  boolean is(int at, int number) {
    return Arrays.binarySearch(numbers[at], number) >= 0;
  }
}
