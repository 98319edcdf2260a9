-- Texts clerks send again and again. `agenda` is empty for one of the whole office; `shortcut` is what
-- is typed after the slash.
create table canned_reply (
  id       bigint primary key,
  agenda   text   not null,
  shortcut text   not null,
  text     text   not null
);

create unique index canned_reply_shortcut on canned_reply (agenda, shortcut);
