/// What is learned from the published articles: a classifier of questions, and the two plain fits
/// (choice among candidates, yes or no) behind ranking and confidence. Knows neither the index nor
/// how an answer comes about. Everything is deterministic: the same input and seed give the same
/// bytes on every machine. Start at [cz.okenko.knowledge.learning.Classifier].
@NullMarked
package cz.okenko.knowledge.learning;

import org.jspecify.annotations.NullMarked;
