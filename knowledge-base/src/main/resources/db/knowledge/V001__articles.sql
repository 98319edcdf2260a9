-- Articles, their published states, and the facts their texts refer to.

create table article (
  article_id bigint not null primary key,
  slug       text   not null unique,
  language   text   not null,
  origin     text   not null check (origin in ('shipped', 'office')),
  state      text   not null check (state in ('published', 'withdrawn')),
  revision   bigint not null
);

-- content is the whole article file; content_hash tells without reading whether it changed.
create table revision (
  revision_id  bigint not null primary key,
  article_id   bigint not null references article (article_id),
  number       bigint not null,
  origin       text   not null check (origin in ('shipped', 'office')),
  content      text   not null,
  content_hash text   not null,
  published_at bigint not null,
  unique (article_id, number)
);

create table fact (
  fact_key   text not null primary key,
  fact_value text not null,
  statute    text not null,
  paragraph  text not null,
  valid_from text not null,
  valid_to   text not null,
  source     text not null,
  checked    text not null,
  confirmed  int  not null,
  origin     text not null check (origin in ('shipped', 'office'))
);
