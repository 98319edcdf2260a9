-- Ids are made by the application and grow with time; instants are milliseconds since 1970.
-- Text that may be missing is empty rather than null.

create table conversation (
  id             bigint  primary key,
  channel        text    not null,
  address        text    not null,
  language       text    not null,
  state          text    not null check (state in ('with-bot', 'waiting', 'with-clerk', 'closed')),
  queue          text    not null default '',
  since          bigint  not null,
  clerk          bigint  not null default 0,
  clerk_name     text    not null default '',
  about          text    not null default '',
  subject        text    not null default '',
  asking         text    not null default '',
  contact        text    not null default '',
  flag           text    not null default '',
  rating         integer not null default 0,
  rating_comment text    not null default ''
);

create unique index conversation_open on conversation (channel, address) where state <> 'closed';
create index conversation_address on conversation (channel, address, id);
create index conversation_waiting on conversation (queue, since, id) where state = 'waiting';
create index conversation_clerk on conversation (clerk, id) where state = 'with-clerk';

create table message (
  id           bigint  primary key,
  conversation bigint  not null references conversation (id),
  author       text    not null check (author in ('citizen', 'bot', 'clerk', 'office', 'note')),
  name         text    not null default '',
  agenda       text    not null default '',
  text         text    not null,
  language     text    not null,
  card         text    not null default '',
  choice       text    not null default '',
  channel      text    not null,
  external_id  text    not null,
  sent_at      bigint  not null,
  received     integer not null default 0
);

create unique index message_once on message (channel, external_id);
create index message_conversation on message (conversation, id);
create index message_received on message (conversation, id) where received = 1;

create table outbox (
  id           bigint  primary key references message (id),
  channel      text    not null,
  address      text    not null,
  language     text    not null,
  text         text    not null,
  choices      text    not null default '',
  state        text    not null default 'due' check (state in ('due', 'refused')),
  reason       text    not null default '',
  due_at       bigint  not null,
  leased_until bigint  not null default 0,
  attempts     integer not null default 0,
  uncertain    integer not null default 0
);

create index outbox_due on outbox (due_at, id) where state = 'due';
create index outbox_address on outbox (channel, address, id) where state = 'due';
