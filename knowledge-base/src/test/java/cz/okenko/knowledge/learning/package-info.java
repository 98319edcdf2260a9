@NullMarked
package cz.okenko.knowledge.learning;

import org.jspecify.annotations.NullMarked;
