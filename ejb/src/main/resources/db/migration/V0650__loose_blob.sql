-- Files that somebody has stored and that may belong to nothing: looked at once they are old, and then kept or removed.
create table loose_blob (
  blob_id bigint primary key references blob on delete cascade,
  since   timestamptz not null
);
create index loose_blob_since on loose_blob (since);
insert into loose_blob (blob_id, since) select blob_id, max(uploaded_at) from upload group by blob_id;

-- Removing a file asks these tables whether they know it.
create index attachment_blob on attachment (blob_id);
create index upload_blob on upload (blob_id);
create index upload_day on upload (uploaded_at);
create index inbound_mail_raw_blob on inbound_mail (raw_blob_id);
