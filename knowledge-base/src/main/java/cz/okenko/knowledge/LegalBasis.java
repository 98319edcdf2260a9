package cz.okenko.knowledge;

import java.net.URI;

/// A statute an article stands on.
public record LegalBasis(String statute, String paragraph, URI url) {}
