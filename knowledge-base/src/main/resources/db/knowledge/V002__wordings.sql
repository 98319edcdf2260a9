-- An article is published in several wordings: Czech, translations, plain language; or it is a
-- question that an office brought along. Numbers of revisions count through all wordings of an
-- article. From here on origin, state and revision of an article stand in wording; the columns of
-- the same name in article are no longer read.

alter table revision add column variant text not null default 'cs';

create table wording (
  article_id bigint not null references article (article_id),
  variant    text   not null check (variant in ('cs', 'en', 'uk', 'de', 'easy', 'faq')),
  origin     text   not null check (origin in ('shipped', 'office')),
  state      text   not null check (state in ('published', 'withdrawn')),
  revision   bigint not null,
  primary key (article_id, variant)
);

insert into wording (article_id, variant, origin, state, revision)
select article_id, 'cs', origin, state, revision from article;

-- How often an article answered on a day (yyyy-mm-dd, in the office's zone).
create table answered (
  slug  text   not null,
  day   text   not null,
  times bigint not null,
  primary key (slug, day)
);
