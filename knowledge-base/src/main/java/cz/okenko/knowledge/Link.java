package cz.okenko.knowledge;

import java.net.URI;

/// A page where a step can be done or checked; always https.
public record Link(String label, URI url) {}
