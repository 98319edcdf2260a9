/// The settings file as the operator writes it: YAML read with its lines, so that every fault names
/// the place to mend. Knows the keys and their defaults; what the values mean belongs to the
/// packages that use them. Start reading at [cz.okenko.gateway.settings.SettingsFile].
@NullMarked
package cz.okenko.gateway.settings;

import org.jspecify.annotations.NullMarked;
