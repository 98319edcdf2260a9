package cz.okenko.gateway.conversation;

/// Names the queue of one agenda; the value is the agenda's id, for example `doklady`.
public record QueueId(String value) {}
