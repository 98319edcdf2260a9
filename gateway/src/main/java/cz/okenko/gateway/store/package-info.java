/// The database: one writer thread that commits in groups, readers beside it, migrations at start.
///
/// It knows no feature: every feature keeps its own SQL next to its own records and runs it through
/// [Store]. Start reading at [Store].
@NullMarked
package cz.okenko.gateway.store;

import org.jspecify.annotations.NullMarked;
