/// The office as its citizens know it: name and look, agendas and officials, opening hours and the one
/// calendar every deadline and every “we open at” is computed from. Holds no state that changes and
/// knows neither database nor HTTP. Start reading at [cz.okenko.gateway.directory.Office].
@NullMarked
package cz.okenko.gateway.directory;

import org.jspecify.annotations.NullMarked;
