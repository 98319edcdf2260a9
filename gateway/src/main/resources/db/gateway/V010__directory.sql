-- What the office tells about its people beside who may sign in; a clerk without a row has the defaults.
-- `languages` are codes, `hours` a week and `absences` spans of local time, as in the CSV file;
-- `deputy` is a sign-in name; `version` grows with every change.
create table official (
  clerk      bigint  primary key references clerk (id),
  room       text    not null default '',
  phone      text    not null default '',
  languages  text    not null default 'cs',
  hours      text    not null default '',
  deputy     text    not null default '',
  capacity   integer not null default 5,
  listed     integer not null default 1,
  photograph text    not null default '',
  absences   text    not null default '',
  version    integer not null default 0
);

-- Named by the SHA-256 of what is served, so an address never shows another picture.
create table photograph (
  hash text   primary key,
  jpeg blob   not null,
  at   bigint not null
);

-- When a console said last that its clerk is here.
create table presence (
  clerk   bigint primary key,
  seen_at bigint not null
);

-- To whom a waiting conversation is offered first. `since` is that of the waiting it belongs to: with
-- another one the offer is over, like after `until`.
create table offer (
  conversation bigint primary key references conversation (id),
  clerk        bigint not null,
  since        bigint not null,
  until        bigint not null
);

create index offer_clerk on offer (clerk);
