-- How long a clerk was busy with a conversation, for the estimate of those who wait.
create table service_time (
  id      bigint  primary key,
  queue   text    not null,
  clerk   bigint  not null,
  ended   bigint  not null,
  seconds integer not null
);

create index service_time_queue on service_time (queue, ended);
