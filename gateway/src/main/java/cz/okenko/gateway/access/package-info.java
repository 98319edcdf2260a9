/// Who may sign in at the counter and what they may do there.
@NullMarked
package cz.okenko.gateway.access;

import org.jspecify.annotations.NullMarked;
