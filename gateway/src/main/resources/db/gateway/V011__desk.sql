-- How clerks sort their work: conversations put off, how they ended, what each clerk has read, filters
-- they keep, and promises that were not kept.

-- Above 0 while the clerk who holds it put it off until then.
alter table conversation add column snoozed_until bigint not null default 0;

-- Why it was closed; whether the answer was among the articles (`yes`, `no`), and in which.
alter table conversation add column close_reason text not null default '';
alter table conversation add column in_base text not null default '';
alter table conversation add column base_article text not null default '';

-- All that is filtered stands in the index, so a row is read only when it is listed.
create index conversation_line on conversation (since, id, queue, channel, language)
 where state = 'waiting';
create index conversation_snoozed on conversation (snoozed_until, id) where snoozed_until > 0;
create index conversation_gap on conversation (id) where in_base = 'no';

-- One for each combination of filters over the archive.
create index conversation_by_channel on conversation (channel, id);
create index conversation_by_language on conversation (language, id);
create index conversation_by_channel_language on conversation (channel, language, id);
create index conversation_by_queue on conversation (queue, id) where queue <> '';
create index conversation_by_queue_channel on conversation (queue, channel, id) where queue <> '';
create index conversation_by_queue_language on conversation (queue, language, id)
 where queue <> '';
create index conversation_by_all on conversation (queue, channel, language, id) where queue <> '';

-- Up to which message a clerk has read a conversation.
create table reading (
  clerk        bigint not null,
  conversation bigint not null references conversation (id),
  up_to        bigint not null,
  primary key (clerk, conversation)
);

create index reading_conversation on reading (conversation);

-- Filters a clerk keeps under a name.
create table saved_view (
  clerk    bigint not null,
  name     text   not null,
  view     text   not null,
  agenda   text   not null default '',
  channel  text   not null default '',
  language text   not null default '',
  unread   integer not null default 0,
  overdue  integer not null default 0,
  primary key (clerk, name)
);

-- Who waits longer than their agenda promised: noted once for each time of waiting.
create table escalation (
  conversation bigint not null references conversation (id),
  since        bigint not null,
  at           bigint not null,
  primary key (conversation, since)
);
