-- What a citizen gets, and what is known of one.

-- The code a citizen of the web chat is shown while they wait for a person, as it is read. Its hash is in
-- `code`, like that of every code.
create table receipt (
  conversation bigint primary key references conversation (id),
  code         text   not null,
  at           bigint not null
);

-- What a citizen's erasure still has to remove outside the database: a file by its name, or what a channel
-- remembers of an address, with the channel's ids of the messages. Gone when it is done.
create table leftover (
  id           bigint primary key,
  file         text   not null default '',
  channel      text   not null default '',
  address      text   not null default '',
  external_ids text   not null default ''
);

-- That the data of a citizen was erased, and why: ids and words of a list, nothing of the citizen.
-- `compacted` once the database was written anew, so that nothing is left between its pages.
create table erasure (
  conversation bigint  primary key references conversation (id),
  at           bigint  not null,
  clerk        bigint  not null,
  reason       text    not null check (reason in ('request', 'needless', 'unlawful', 'mistake')),
  compacted    integer not null default 0
);

create index erasure_uncompacted on erasure (at) where compacted = 0;

-- What clerks note about a citizen rather than in the transcript. It hangs on the conversation it was written
-- at and is shown with all of that citizen. Every wording is kept until the note is deleted; then none is.
create table citizen_note (
  id           bigint  primary key,
  conversation bigint  not null references conversation (id),
  version      integer not null
);

create index citizen_note_conversation on citizen_note (conversation);

create table citizen_note_version (
  note    bigint  not null references citizen_note (id),
  version integer not null,
  text    text    not null,
  clerk   bigint  not null,
  name    text    not null,
  at      bigint  not null,
  primary key (note, version)
);

-- What a citizen agreed to, by which message (0: by a button), and when that was taken back.
create table consent (
  id           bigint primary key,
  conversation bigint not null references conversation (id),
  purpose      text   not null check (purpose in ('contact', 'answer-by-mail')),
  message      bigint not null default 0,
  given_at     bigint not null,
  withdrawn_at bigint not null default 0,
  withdrawn_by text   not null default ''
);

create index consent_conversation on consent (conversation);
