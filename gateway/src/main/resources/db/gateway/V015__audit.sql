-- Who saw and did what. Rows are added and, when they are too old, forgotten; they never change. There
-- are ids in here and no texts, names or secrets. `network` is the shortened address of a sign-in.

create table audit (
  id         bigint primary key,
  at         bigint not null,
  actor      text   not null check (actor in ('clerk', 'integration', 'nobody')),
  actor_id   bigint not null default 0,
  deed       text   not null,
  subject    text   not null default '',
  subject_id text   not null default '',
  network    text   not null default ''
);

create index audit_at on audit (at);
create index audit_actor on audit (actor, actor_id, id);
create index audit_subject on audit (subject, subject_id, id);
create index audit_deed on audit (deed, id);

create trigger audit_is_final before update on audit
begin
  select raise(abort, 'an entry of the audit is final');
end;

-- A fourth role. The table is made anew because a check cannot be changed; what points to a clerk finds
-- the clerk again before the end of the transaction.
pragma defer_foreign_keys = on;

create temporary table clerk_before as
  select id, sign_in, name, role, password, active, origin, created_at from clerk;

drop table clerk;

create table clerk (
  id         bigint  primary key,
  sign_in    text    not null unique,
  name       text    not null,
  role       text    not null check (role in ('clerk', 'editor', 'supervisor', 'admin')),
  password   text    not null default '',
  active     integer not null default 1,
  origin     text    not null check (origin in ('settings', 'console')),
  created_at bigint  not null
);

insert into clerk (id, sign_in, name, role, password, active, origin, created_at)
  select id, sign_in, name, role, password, active, origin, created_at from clerk_before;

drop table clerk_before;
