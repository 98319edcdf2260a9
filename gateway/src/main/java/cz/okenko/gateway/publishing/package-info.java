/// What the whole world may read: the public pages of life situations, the same as JSON and as
/// linked data. Nothing here changes anything.
@NullMarked
package cz.okenko.gateway.publishing;

import org.jspecify.annotations.NullMarked;
