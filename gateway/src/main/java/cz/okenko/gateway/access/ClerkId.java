package cz.okenko.gateway.access;

/// Names one clerk of the office; made by the application.
public record ClerkId(long value) {}
