package cz.okenko.gateway.directory;

/// A person of the office. `office` is the door or counter; it and `phone` may be empty.
public record Official(
    String signIn, String name, Role role, String phone, String office, FirstPassword password) {}
