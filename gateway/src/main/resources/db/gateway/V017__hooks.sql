-- Other programs that are told what happens here. `kinds` are codes divided by spaces. The gateway must
-- compute with the secret, so it stands here as it is; the one before it signs along until `before_until`.
create table hook (
  id            bigint primary key,
  name          text   not null,
  url           text   not null,
  kinds         text   not null,
  state         text   not null check (state in ('on', 'off', 'gone')),
  secret        text   not null,
  secret_before text   not null default '',
  before_until  bigint not null default 0,
  created_at    bigint not null
);

-- What a hook is told, written with what it tells of. `body` goes out as it stands; in it are ids and
-- codes, no text, no name and no contact. `status` is what the other side answered last, 0 when nothing.
create table dispatch (
  id       bigint  primary key,
  hook     bigint  not null references hook (id) on delete cascade,
  kind     text    not null,
  at       bigint  not null,
  body     text    not null,
  state    text    not null default 'waiting' check (state in ('waiting', 'taken', 'failed')),
  due_at   bigint  not null,
  attempts integer not null default 0,
  tried_at bigint  not null default 0,
  trouble  text    not null default '',
  status   integer not null default 0
);

create index dispatch_due on dispatch (hook, due_at, id) where state = 'waiting';
create index dispatch_hook on dispatch (hook, id);
create index dispatch_at on dispatch (at);
