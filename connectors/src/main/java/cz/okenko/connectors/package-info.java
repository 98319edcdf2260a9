@NullMarked
package cz.okenko.connectors;

import org.jspecify.annotations.NullMarked;
