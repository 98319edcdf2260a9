-- Files citizens sent: fetched, measured, looked into and scanned after their message is on disk.
-- `due`: not fetched yet; `scan`: fetched, not scanned yet; `kept`: a clerk may have it; `infected`: in
-- quarantine; `too-large`, `gone`: not kept. `file` is a name that tells nothing, in data/files.

alter table attachment add column state text not null default 'due'
  check (state in ('due', 'scan', 'kept', 'infected', 'too-large', 'gone'));
alter table attachment add column file text not null default '';
alter table attachment add column bytes bigint not null default 0;
alter table attachment add column sniffed text not null default '';

-- What the scanner said: `clean`, `unscanned` when there is none, or the name of what it found.
alter table attachment add column scan text not null default '';
alter table attachment add column due_at bigint not null default 0;
alter table attachment add column attempts integer not null default 0;

create index attachment_due on attachment (due_at, id) where state in ('due', 'scan');
