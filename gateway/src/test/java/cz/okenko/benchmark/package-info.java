/// What Okénko costs, measured beside a bare server of the same parts: [BareServer] takes a question
/// over HTTP, finds the article with Lucene and stores two rows, and does nothing else. Run by
/// `deployment/benchmark`, never by the tests. Ratios and processor time are the results; absolute
/// figures move with whatever else the machine does. Start reading at [Benchmark].
@NullMarked
package cz.okenko.benchmark;

import org.jspecify.annotations.NullMarked;
