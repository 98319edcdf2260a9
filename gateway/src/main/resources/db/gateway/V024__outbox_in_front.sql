-- Of each address the message that sets out next is marked: finding what is due then costs no more
-- when much is waiting.

alter table outbox add column in_front integer not null default 0;

update outbox
   set in_front = 1
 where id in (select min(id) from outbox where state = 'due' group by channel, address);

drop index outbox_due;

create index outbox_due on outbox (due_at, id) where state = 'due' and in_front = 1;
