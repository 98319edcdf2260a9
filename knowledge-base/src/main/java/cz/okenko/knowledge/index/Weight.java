package cz.okenko.knowledge.index;

/// How much a term tells, by the number of documents that have it.
final class Weight {

  private Weight() {}

  static double rarity(int documentsWithIt, int documents) {
    return Math.log(1 + (documents - documentsWithIt + 0.5) / (documentsWithIt + 0.5));
  }
}
