-- What clerks began to write and have not sent; only its author sees it.
create table draft (
  conversation bigint not null references conversation (id),
  clerk        bigint not null,
  kind         text   not null check (kind in ('reply', 'note')),
  text         text   not null,
  at           bigint not null,
  primary key (conversation, clerk, kind)
);

create index draft_at on draft (at);
