-- A clerk's second factor: the secret shared with the telephone, and the last half-minute whose code was
-- taken, so that none is good twice. `pending` was shown and is not confirmed yet.
create table second_factor (
  clerk     bigint primary key references clerk (id),
  secret    text   not null default '',
  pending   text   not null default '',
  last_step bigint not null default 0
);

-- SHA-256 of 80 random bits each; a code that was used is deleted.
create table recovery_code (
  clerk bigint not null references clerk (id),
  hash  text   not null,
  primary key (clerk, hash)
);

-- Who signed in with the office's own accounts has no password to confirm with.
alter table session add column outside integer not null default 0;

-- The account of a clerk at the office's sign-in service.
create table outside_account (
  issuer  text   not null,
  subject text   not null,
  clerk   bigint not null references clerk (id),
  primary key (issuer, subject)
);

create index outside_account_clerk on outside_account (clerk);

-- Other programs of the office. Only the SHA-256 of a token is kept. `used_day` counts days since 1970.
create table integration (
  id         bigint  primary key,
  name       text    not null,
  token_hash text    not null unique,
  rights     text    not null,
  created_at bigint  not null,
  expires_at bigint  not null,
  used_day   bigint  not null default 0,
  revoked    integer not null default 0
);
