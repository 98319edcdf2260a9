package cz.okenko.benchmark;

import cz.okenko.knowledge.LifeSituation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/// One Lucene query over title, phrases and body of every article; what is shown comes from memory.
final class BareSearch {
  private static final int CANDIDATES = 5;

  private final List<LifeSituation> articles;
  private final Analyzer analysis = new Folded();
  private final IndexSearcher searcher;

  BareSearch(List<LifeSituation> articles) throws IOException {
    this.articles = List.copyOf(articles);
    var directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(analysis))) {
      for (LifeSituation article : articles) {
        writer.addDocument(document(article));
      }
      writer.forceMerge(1);
    }
    this.searcher = new IndexSearcher(DirectoryReader.open(directory));
  }

  LifeSituation best(String question) {
    try {
      var query = new BooleanQuery.Builder();
      for (String word : words(question)) {
        add(query, "title", word, 2);
        add(query, "phrases", word, 3);
        add(query, "body", word, 1);
      }
      ScoreDoc[] hits = searcher.search(query.build(), CANDIDATES).scoreDocs;
      return articles.get(hits.length == 0 ? 0 : hits[0].doc);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(BooleanQuery.Builder query, String field, String word, float weight) {
    query.add(
        new BoostQuery(new TermQuery(new Term(field, word)), weight), BooleanClause.Occur.SHOULD);
  }

  private Set<String> words(String question) throws IOException {
    var words = new LinkedHashSet<String>();
    try (TokenStream stream = analysis.tokenStream("title", question)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(term.toString());
      }
      stream.end();
    }
    return words;
  }

  private static Document document(LifeSituation article) {
    var phrases = new ArrayList<>(article.phrases());
    phrases.addAll(article.terms());
    var document = new Document();
    document.add(new TextField("title", article.title(), Field.Store.NO));
    document.add(new TextField("phrases", String.join("\n", phrases), Field.Store.NO));
    document.add(
        new TextField("body", String.join("\n", article.sections().values()), Field.Store.NO));
    return document;
  }

  /// Lower case, no diacritics, Czech stems.
  private static final class Folded extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      var words = new StandardTokenizer();
      var folded = new ASCIIFoldingFilter(new LowerCaseFilter(words));
      return new TokenStreamComponents(words, new CzechStemFilter(folded));
    }
  }
}
