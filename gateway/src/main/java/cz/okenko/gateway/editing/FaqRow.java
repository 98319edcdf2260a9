package cz.okenko.gateway.editing;

/// A question as it stands in a file, nothing checked yet; what is missing is empty. `line` counts
/// from 1. `question` and `answer` of a table may be HTML.
record FaqRow(int line, String id, String question, String answer, String url, String language) {}
