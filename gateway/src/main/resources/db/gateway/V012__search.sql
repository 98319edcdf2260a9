-- Full text of what citizens and clerks wrote: folded stems alone, by the message's id. It holds no text
-- and can be rebuilt: set `up_to` to 0. What the bot says stands in the articles and is not here.
create virtual table transcript_index using fts5(
  words,
  content = '',
  contentless_delete = 1,
  detail = none,
  tokenize = 'unicode61 remove_diacritics 0'
);

-- Messages up to this id are in the index.
create table transcript_cursor (
  up_to bigint not null
);

insert into transcript_cursor (up_to) values (0);

-- Messages that were changed or erased since they were put into the index.
create table transcript_stale (
  message bigint primary key
);

create trigger message_reworded after update of text on message
begin
  insert or ignore into transcript_stale (message) values (old.id);
end;

create trigger message_erased after delete on message
begin
  insert or ignore into transcript_stale (message) values (old.id);
end;
