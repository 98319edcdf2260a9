-- Senders from whom the office takes nothing for a time. It holds for the address and nobody else's.
-- `conversation` is where it began; what they write meanwhile is kept there. `lifted_at` is above 0 once
-- somebody ended it before its time.
create table sender_block (
  id           bigint primary key,
  channel      text   not null,
  address      text   not null,
  conversation bigint not null references conversation (id),
  reason       text   not null check (reason in ('insults', 'threats', 'spam', 'other')),
  note         text   not null default '',
  clerk        bigint not null,
  clerk_name   text   not null,
  at           bigint not null,
  until        bigint not null,
  lifted_at    bigint not null default 0,
  lifted_by    text   not null default ''
);

create index sender_block_address on sender_block (channel, address, until) where lifted_at = 0;
create index sender_block_conversation on sender_block (conversation);
