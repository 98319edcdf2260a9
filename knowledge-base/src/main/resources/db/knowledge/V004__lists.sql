-- Lists an office brought along with its articles (lexicon, neighbouring matters, values in other
-- languages …), each a whole file; they stand in the place of the shipped ones.

create table content_list (
  name    text not null primary key,
  content text not null
);
