@NullMarked
package cz.okenko.knowledge.text;

import org.jspecify.annotations.NullMarked;
