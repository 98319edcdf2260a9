/// The SQL of articles, revisions and facts: the truth from which everything else is built. Start
/// reading at [cz.okenko.knowledge.store.Revisions].
@NullMarked
package cz.okenko.knowledge.store;

import org.jspecify.annotations.NullMarked;
