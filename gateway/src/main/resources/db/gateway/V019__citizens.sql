-- What a citizen gets, and what is known of one.

-- The code a citizen of the web chat is shown while they wait for a person, as it is read. Its hash is in
-- `code`, like that of every code.
create table receipt (
  conversation bigint primary key references conversation (id),
  code         text   not null,
  at           bigint not null
);
