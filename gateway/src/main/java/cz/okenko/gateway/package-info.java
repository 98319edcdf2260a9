@NullMarked
package cz.okenko.gateway;

import org.jspecify.annotations.NullMarked;
