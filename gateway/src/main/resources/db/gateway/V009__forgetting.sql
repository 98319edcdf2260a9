-- What is remembered of a citizen is forgotten two years after `at`, when it was written last; 0 is kept for
-- ever. What was written before this migration counts from now on.
alter table notebook add column at bigint not null default 0;

update notebook set at = cast(strftime('%s', 'now') as integer) * 1000
 where (channel = 'messenger' and key like 'thread:%')
    or (channel = 'telegram' and (key like '% greeted %' or key like '% sent %'))
    or (channel = 'email' and (key like 'thread/%' or key like 'sent/%' or key like 'heard/%'
                               or key like 'foreign/%' or key like 'number/%'
                               or key like 'machine/%'));

create index notebook_at on notebook (at) where at > 0;
create index unknown_event_at on unknown_event (at);
