/// From lexical scores to an outcome: the rules that come first, ranking, confidence and aspect. No
/// Lucene and no SQL. Start reading at [cz.okenko.knowledge.finding.Finder].
@NullMarked
package cz.okenko.knowledge.finding;

import org.jspecify.annotations.NullMarked;
