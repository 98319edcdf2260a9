/// What the office knows of one citizen, and what it owes them: their matters on all channels where they
/// proved who they are, a copy of it all, and its erasure. Start at [CitizenApi].
@NullMarked
package cz.okenko.gateway.citizen;

import org.jspecify.annotations.NullMarked;
