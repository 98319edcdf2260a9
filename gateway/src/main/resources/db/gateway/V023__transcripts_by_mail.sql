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
