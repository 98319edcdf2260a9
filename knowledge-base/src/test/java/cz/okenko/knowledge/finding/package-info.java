@NullMarked
package cz.okenko.knowledge.finding;

import org.jspecify.annotations.NullMarked;
