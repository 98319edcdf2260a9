-- Codes that were none, to slow down whoever guesses.
create table code_try (
  channel text   not null,
  address text   not null,
  at      bigint not null
);

create index code_try_address on code_try (channel, address, at);
create index code_try_at on code_try (at);
