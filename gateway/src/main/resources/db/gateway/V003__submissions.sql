-- What a citizen filed in the conversation and when it was received: deadlines run from that day.
-- Whether the language was heard from the citizen rather than taken from the channel.
alter table conversation add column submission text not null default '';
alter table conversation add column submitted_at bigint not null default 0;
alter table conversation add column heard integer not null default 0;

create index conversation_flagged on conversation (id) where flag <> '' and state = 'with-bot';
