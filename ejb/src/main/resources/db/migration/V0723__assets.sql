-- Things that tickets are about: a printer, a licence, a product that was sold.
create sequence asset_seq increment by 50 start with 50;
create table asset (
  id              bigint primary key,
  name            text not null,
  kind            text not null check (kind in ('DEVICE', 'SOFTWARE', 'PRODUCT', 'PLACE', 'OTHER')),
  identifier      text, -- a serial or inventory number
  organisation_id bigint references organisation,
  person_id       bigint references person,
  note            text,
  retired         boolean not null default false,
  created_at      timestamptz not null,
  version         int not null default 0
);
create unique index asset_identifier on asset (lower(identifier));
create index asset_name on asset (lower(name), id);
create index asset_words on asset using gin ((lower(name || ' ' || coalesce(identifier, ''))) public.gin_trgm_ops);
create index asset_organisation on asset (organisation_id) where organisation_id is not null;
create index asset_person on asset (person_id) where person_id is not null;
-- What a merge brought goes when the merge is undone.
create table ticket_asset (
  ticket_id bigint not null references ticket,
  asset_id  bigint not null references asset,
  merge_id  bigint references ticket_merge,
  linked_at timestamptz not null,
  primary key (ticket_id, asset_id)
);
create index ticket_asset_asset on ticket_asset (asset_id, ticket_id desc);
