@NullMarked
package cz.okenko.knowledge.store;

import org.jspecify.annotations.NullMarked;
