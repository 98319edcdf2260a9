-- What the shipped content was when it was last loaded, as one hash; no row before the first time.

create table shipment (
  fingerprint text not null
);
