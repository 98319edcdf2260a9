/// Makes something readable of the bytes of a mail, whatever they are.
///
/// Written by hand and without a mail library, because strangers choose every byte: all work is
/// linear in the size, nesting and number of parts are limited before anything is decoded, and
/// nothing but a [Breach] comes out of it. What is read here is only shown; the original is kept
/// elsewhere. Start reading at [MailReader].
@NullMarked
package cz.okenko.connectors.email.reading;

import org.jspecify.annotations.NullMarked;
