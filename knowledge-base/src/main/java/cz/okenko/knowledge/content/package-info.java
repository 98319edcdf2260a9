/// Reading and checking of content files: articles, facts, neighbouring matters, lexicon and rules
/// become records, or the whole set is refused with every fault. Knows neither the database nor the
/// index. Start reading at [cz.okenko.knowledge.content.ContentReader].
@NullMarked
package cz.okenko.knowledge.content;

import org.jspecify.annotations.NullMarked;
