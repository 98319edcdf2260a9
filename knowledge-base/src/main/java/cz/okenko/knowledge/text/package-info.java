/// What becomes of text before it is compared: folding, words, stems, character n-grams and
/// concepts. Plain Java without any index. Start reading at [cz.okenko.knowledge.text.Analysis].
@NullMarked
package cz.okenko.knowledge.text;

import org.jspecify.annotations.NullMarked;
