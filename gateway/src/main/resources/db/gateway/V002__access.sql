-- Who may use the console. `password` is an Argon2id hash, empty until one is set. `origin` tells the
-- officials of the settings, which follow the file at every start, from clerks added in the console.

create table clerk (
  id         bigint  primary key,
  sign_in    text    not null unique,
  name       text    not null,
  role       text    not null check (role in ('clerk', 'editor', 'admin')),
  password   text    not null default '',
  active     integer not null default 1,
  origin     text    not null check (origin in ('settings', 'console')),
  created_at bigint  not null
);

create table clerk_agenda (
  clerk  bigint not null references clerk (id),
  agenda text   not null,
  primary key (clerk, agenda)
);

-- Only the SHA-256 of a token is kept, so a copy of the database opens no session.
create table session (
  token_hash text   primary key,
  clerk      bigint not null references clerk (id),
  created_at bigint not null,
  used_at    bigint not null
);

create index session_clerk on session (clerk);

-- Attempts that have not succeeded, for as long as they count. The name is hashed: people type
-- passwords into the wrong field.
create table sign_in_failure (
  id        bigint primary key,
  name_hash text   not null,
  address   text   not null,
  at        bigint not null
);

create index sign_in_failure_name on sign_in_failure (name_hash, at);
create index sign_in_failure_address on sign_in_failure (address, at);
