-- Counts every publication, whoever makes it: a process that keeps what is published in memory sees
-- that there is something newer.

create table publication (
  number bigint not null
);

insert into publication (number) values (0);

-- What the last import of a list of questions wrote. A question that says something else by now was
-- edited at the office, and an import leaves it alone.
create table imported (
  slug         text not null primary key,
  content_hash text not null
);
