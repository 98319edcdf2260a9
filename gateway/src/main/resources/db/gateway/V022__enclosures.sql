-- Files clerks send along with a reply. Before it is sent a file belongs to the clerk's draft: `arriving` until
-- all of it is here and was looked into, then `kept`. With the reply it becomes a row of `attachment` under its
-- message, and goes to the citizen as that channel carries files.
create table draft_file (
  id           bigint primary key,
  conversation bigint not null references conversation (id),
  clerk        bigint not null,
  name         text   not null,
  size         bigint not null,
  file         text   not null,
  sniffed      text   not null default '',
  scan         text   not null default '',
  state        text   not null default 'arriving' check (state in ('arriving', 'kept')),
  at           bigint not null
);

create index draft_file_draft on draft_file (conversation, clerk, id);
create index draft_file_at on draft_file (at);
