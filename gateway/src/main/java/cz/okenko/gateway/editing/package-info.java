/// What an office brings along and takes away: lists of questions, folders of articles, exports.
/// Reads foreign files of every quality and says of each line it cannot take why. Knows neither
/// HTTP nor conversations. Start reading at [cz.okenko.gateway.editing.FaqFile].
@NullMarked
package cz.okenko.gateway.editing;

import org.jspecify.annotations.NullMarked;
