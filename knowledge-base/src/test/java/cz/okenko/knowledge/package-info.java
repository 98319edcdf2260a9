@NullMarked
package cz.okenko.knowledge;

import org.jspecify.annotations.NullMarked;
