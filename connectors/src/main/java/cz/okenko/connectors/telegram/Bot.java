package cz.okenko.connectors.telegram;

import cz.okenko.connectors.Notebook;
import java.time.InstantSource;

/// One bot: how it is reached, what it remembers and how it is.
record Bot(long id, BotApi api, Notebook notebook, Condition condition, InstantSource clock) {}
