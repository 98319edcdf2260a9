package cz.okenko.connectors;

/// One of several things a citizen may pick; a channel draws it as a button, a quick reply or a
/// numbered line.
///
/// @param value what comes back when it is picked, stable and opaque
/// @param label what the citizen reads
public record Choice(String value, String label) {}
