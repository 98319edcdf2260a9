-- Handing a conversation on: to one colleague, and to another institution with the citizen's consent.

-- 1: a colleague means this person. Such an offer lasts longer, also while they are not at their screen.
alter table offer add column meant integer not null default 0;

-- How a conversation was handed on last: by whom, to whom (0: to an agenda), and by which note (0: none).
create table handed_on (
  conversation bigint primary key references conversation (id),
  name         text   not null,
  recipient    bigint not null default 0,
  note         bigint not null default 0,
  at           bigint not null
);

-- Of what a citizen was asked whether it may go to another institution. `question` is the message that
-- asked; `consent` is 0 until they agreed.
create table referral (
  id           bigint primary key,
  conversation bigint not null references conversation (id),
  institution  text   not null,
  url          text   not null default '',
  question     bigint not null,
  state        text   not null check (state in ('asked', 'granted', 'refused', 'withdrawn', 'passed')),
  consent      bigint not null default 0,
  asked_at     bigint not null,
  ended_at     bigint not null default 0
);

create index referral_conversation on referral (conversation, id);

-- One more purpose, and for it the institution.
create table consent_of (
  id           bigint primary key,
  conversation bigint not null references conversation (id),
  purpose      text   not null check (purpose in ('contact', 'answer-by-mail', 'hand-on')),
  recipient    text   not null default '',
  message      bigint not null default 0,
  given_at     bigint not null,
  withdrawn_at bigint not null default 0,
  withdrawn_by text   not null default ''
);

insert into consent_of (id, conversation, purpose, message, given_at, withdrawn_at, withdrawn_by)
     select id, conversation, purpose, message, given_at, withdrawn_at, withdrawn_by from consent;

drop table consent;
alter table consent_of rename to consent;
create index consent_conversation on consent (conversation);
