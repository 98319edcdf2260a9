/// Files that citizens send: fetched from their channel, kept under opaque names, scanned, and
/// handed to clerks as downloads. And those that clerks send: taken in pieces under a draft, looked into
/// the same way, and carried by the channel of the reply.
///
/// Nothing here opens an archive or believes a name or type. It knows conversations only by their
/// messages. Start reading at [Collector], and for the way out at [DraftFiles].
@NullMarked
package cz.okenko.gateway.attachment;

import org.jspecify.annotations.NullMarked;
