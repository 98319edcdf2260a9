/// Files that citizens send: fetched from their channel, kept under opaque names, scanned, and
/// handed to clerks as downloads.
///
/// Nothing here opens an archive or believes a name or type. It knows conversations only by their
/// messages. Start reading at [Collector].
@NullMarked
package cz.okenko.gateway.attachment;

import org.jspecify.annotations.NullMarked;
