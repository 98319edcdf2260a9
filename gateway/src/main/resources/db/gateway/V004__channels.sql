-- Channels whose platform speaks for itself: what each remembers, who speaks in what is sent, what may
-- be answered by the bot, what was sent along, and codes to go on elsewhere.

-- Durable memory of a connector; nobody else reads it.
create table notebook (
  channel text not null,
  key     text not null,
  value   text not null,
  primary key (channel, key)
);

-- `speaker` is bot, office or clerk; the clerk's name and agenda as they were said.
alter table outbox add column speaker text not null default 'bot';
alter table outbox add column name text not null default '';
alter table outbox add column agenda text not null default '';

-- `answer`: by the bot or a clerk; `for-clerk`: never by the bot; `keep`: by nobody.
alter table message add column handling text not null default 'answer';

-- What a citizen sent along with a message. `name` and `type` are the sender's words and never
-- believed; `reference` is opaque to all but the connector.
create table attachment (
  id        bigint  primary key,
  message   bigint  not null references message (id),
  channel   text    not null,
  name      text    not null,
  type      text    not null,
  size      bigint  not null,
  reference text    not null
);

create index attachment_message on attachment (message, id);

-- Only the hash of a code is kept. `used_at` is 0 until it is used.
create table code (
  hash         text   primary key,
  conversation bigint not null references conversation (id),
  expires_at   bigint not null,
  used_at      bigint not null default 0
);

create index code_expiry on code (expires_at);
