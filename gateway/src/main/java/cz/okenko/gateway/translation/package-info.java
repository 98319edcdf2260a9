/// What was said in another language, for clerks who do not speak it: made by a translator the office chose, only
/// when a clerk wants it, and kept beside the message. Off unless the settings name one.
///
/// It is not how the bot speaks several languages: its articles are written in them. Start reading at
/// [Translations].
@NullMarked
package cz.okenko.gateway.translation;

import org.jspecify.annotations.NullMarked;
