package cz.okenko.gateway.access;

import java.time.Instant;

/// Somebody is signed in.
///
/// @param outside by the office's own accounts, not by a password of ours
record Session(Clerk clerk, Instant opened, Instant used, boolean outside) {}
