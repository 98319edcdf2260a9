-- What platforms tell beside messages. Each may come repeated, late, and before what it tells of.

-- Every wording of a message that was changed: 0 is the first, the highest stands in `message`.
create table message_edition (
  channel     text    not null,
  external_id text    not null,
  edition     integer not null,
  text        text    not null,
  at          bigint  not null,
  primary key (channel, external_id, edition)
);

alter table message add column edition integer not null default 0;

-- Whether an address takes messages, and up to when what we sent was delivered and read.
create table reach (
  channel         text    not null,
  address         text    not null,
  reachable       integer not null default 1,
  reachable_at    bigint  not null default 0,
  delivered_up_to bigint  not null default 0,
  read_up_to      bigint  not null default 0,
  primary key (channel, address)
);

create table moved (
  channel  text not null,
  address  text not null,
  moved_to text not null,
  primary key (channel, address)
);

-- Messages of ours that came back; `told` once a clerk can read so in the transcript.
create table returned (
  message  bigint  primary key references message (id),
  for_good integer not null,
  status   text    not null,
  at       bigint  not null,
  told     integer not null default 0
);

create index returned_untold on returned (message) where told = 0;

alter table outbox add column told integer not null default 0;

create index outbox_untold on outbox (id) where state = 'refused' and told = 0;

create table unknown_event (
  channel     text   not null,
  external_id text   not null,
  body        text   not null,
  at          bigint not null,
  primary key (channel, external_id)
);

-- The conversation this one goes on with, at another address; 0 when there is none.
alter table conversation add column continues bigint not null default 0;

create index conversation_continues on conversation (continues) where continues <> 0;
