package cz.okenko.knowledge;

import java.net.URI;
import java.time.LocalDate;

/// Where a claim of an answer comes from. `paragraph` may be empty; `checked` is the day somebody
/// last compared the claim with the page at `url`; `confirmed` is false when that failed, or when
/// the claim's validity has run out since.
public record Source(
    String statute, String paragraph, URI url, LocalDate checked, boolean confirmed) {}
