-- Mails by which a citizen gets the transcript of the web chat: the code that proves an address, and the transcript.
-- Kept are a hash of the address and one of the code, for a day, so that nobody is flooded.
create table transcript_mail (
  id           bigint  primary key,
  conversation bigint  not null references conversation (id),
  contact      text    not null,
  code         text    not null default '',
  tries        integer not null default 0,
  at           bigint  not null
);

create index transcript_mail_conversation on transcript_mail (conversation, at);
create index transcript_mail_contact on transcript_mail (contact, at);
create index transcript_mail_at on transcript_mail (at);

-- What a message says in another language. `machine` is 1 for what a translator made of it, 0 for what its clerk
-- wrote before it was translated. `edition` is the wording of the message it belongs to.
create table translation (
  message  bigint  not null references message (id),
  language text    not null,
  text     text    not null,
  machine  integer not null,
  edition  integer not null,
  at       bigint  not null,
  primary key (message, language)
);
