/// The only place that knows Lucene: it keeps the features of every subject (an article or a
/// neighbouring matter) and says how each of them compares with a question, in several ways. It
/// ranks nothing and decides nothing. Start reading at [cz.okenko.knowledge.index.SubjectIndex].
@NullMarked
package cz.okenko.knowledge.index;

import org.jspecify.annotations.NullMarked;
