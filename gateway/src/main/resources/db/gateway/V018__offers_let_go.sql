-- Who let an offer go is not offered that waiting again; `since` is that of the waiting it belongs to.
create table offer_passed (
  conversation bigint not null references conversation (id),
  clerk        bigint not null,
  since        bigint not null,
  primary key (conversation, clerk, since)
);
