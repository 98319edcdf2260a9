/// The directory of the office's people: what is told about each, when they are away and who stands in,
/// their photographs, the CSV file, and the routes that change it.
///
/// Who may sign in belongs to `access`; the rules of who handles what stand in `directory`, which knows
/// no database. Start reading at [cz.okenko.gateway.roster.Roster].
@NullMarked
package cz.okenko.gateway.roster;

import org.jspecify.annotations.NullMarked;
