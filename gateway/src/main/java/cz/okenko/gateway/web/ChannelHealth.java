package cz.okenko.gateway.web;

import java.time.Duration;

/// How a channel is, for whoever looks after the office.
///
/// @param state `connecting`, `connected` or `failing`
/// @param trouble what is wrong, as a short word; empty when nothing is
/// @param text the same in a sentence that says what to do; no secrets and no addresses
/// @param lag how far the channel is behind its platform
public record ChannelHealth(
    String channel, String state, String trouble, String text, Duration lag) {}
