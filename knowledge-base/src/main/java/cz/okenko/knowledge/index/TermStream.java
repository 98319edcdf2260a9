package cz.okenko.knowledge.index;

import java.util.Iterator;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/// Hands ready-made terms with their frequencies to the index.
final class TermStream extends TokenStream {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
  private final Iterator<Map.Entry<String, Integer>> rest;

  TermStream(Map<String, Integer> terms) {
    this.rest = terms.entrySet().iterator();
  }

  @Override
  public boolean incrementToken() {
    if (!rest.hasNext()) {
      return false;
    }
    clearAttributes();
    Map.Entry<String, Integer> next = rest.next();
    term.append(next.getKey());
    frequency.setTermFrequency(next.getValue());
    return true;
  }
}
