-- The ledger of one node, all domains in one schema (storage B1). One script for PostgreSQL and for H2 in its
-- PostgreSQL mode; what differs is a placeholder: H2 has no partial indices, and it reads an index in its own direction
-- only, so that it needs a second one for searches that begin with the newest.
--
-- Sequences start with their increment: the number that a call returns is the last one of the block it hands out,
-- which is how the persistence provider (EclipseLink) reads them, so both it and the batch writer may draw from them.

create sequence domain_seq start with 1 increment by 1;
create sequence ledger_tx_seq start with 50 increment by 50;
create sequence ledger_asset_seq start with 100 increment by 100;
create sequence ledger_edge_seq start with 100 increment by 100;
create sequence cross_ref_seq start with 50 increment by 50;
create sequence repair_log_seq start with 50 increment by 50;

create table domain (
  domain_no   integer not null primary key,
  domain_id   bytea   not null unique check (octet_length(domain_id) = 32),
  node_id     bytea   not null check (octet_length(node_id) between 1 and 32),
  -- JSON as text, not as jsonb: it is only ever read as a whole, H2 has no jsonb, and a text column maps to a plain
  -- String in JPA on both.
  config      text    not null default '{}',
  message_seq bigint  not null default 0
);

create table ledger_tx (
  tx_no            bigint   not null primary key,
  domain_no        integer  not null references domain (domain_no),
  transaction_id   bytea    not null check (octet_length(transaction_id) between 1 and 32),
  wire_format      smallint not null,
  transaction_data bytea    not null,
  data_sha256      bytea    not null check (octet_length(data_sha256) = 32),
  tx_version       integer  not null,
  tx_timestamp     bigint   not null,
  timestamp_ms     bigint   not null,
  origin           smallint not null check (origin between 0 and 3),
  -- Start of the database transaction, which takes milliseconds; clock_timestamp() is not known to H2.
  inserted_at      timestamp with time zone not null default current_timestamp,
  constraint ledger_tx_id unique (domain_no, transaction_id)
);
-- Search and count over a whole domain; over a time range without other condition.
create index ledger_tx_order on ledger_tx (domain_no, tx_no);
create index ledger_tx_time on ledger_tx (domain_no, timestamp_ms, tx_no);
${descending}create index ledger_tx_order_descending on ledger_tx (domain_no, tx_no desc);

-- Numbered in order of insertion, but not keyed by the number: with an index on asset_no alone a planner that does not
-- know how old a group is reads that index from its end, through all younger rows of other groups. The same for edges.
create table ledger_asset (
  asset_no       bigint   not null,
  tx_no          bigint   not null references ledger_tx (tx_no) on delete cascade,
  domain_no      integer  not null,
  ordinal        integer  not null,
  kind           smallint not null check (kind between 0 and 3),
  asset_group_id bytea    not null,
  asset_id       bytea,
  user_id        bytea,
  file_size      bigint   not null default 0,
  file_digest    bytea,
  timestamp_ms   bigint   not null,
  constraint ledger_asset_ordinal primary key (tx_no, ordinal)
);
-- Search in order of insertion, either direction.
create index ledger_asset_group on ledger_asset (domain_no, asset_group_id, asset_no);
create index ledger_asset_asset on ledger_asset (domain_no, asset_id, asset_no);
create index ledger_asset_user on ledger_asset (domain_no, user_id, asset_no) ${where_user_id_given};
${descending}create index ledger_asset_group_descending on ledger_asset (domain_no, asset_group_id, asset_no desc);
${descending}create index ledger_asset_user_descending on ledger_asset (domain_no, user_id, asset_no desc);
-- Time-bounded search and count within a group.
create index ledger_asset_group_time on ledger_asset (domain_no, asset_group_id, timestamp_ms, asset_no);

create table ledger_edge (
  edge_no          bigint   not null,
  tx_no            bigint   not null references ledger_tx (tx_no) on delete cascade,
  domain_no        integer  not null,
  ordinal          integer  not null,
  kind             smallint not null check (kind between 0 and 1),
  base             bytea    not null,
  -- No foreign key: what is pointed to may arrive later or never.
  point_to         bytea    not null,
  pointer_asset_id bytea,
  constraint ledger_edge_ordinal primary key (tx_no, ordinal)
);
-- Traversal to the future. To the past it goes by (tx_no, ordinal), so base needs no index.
create index ledger_edge_point_to on ledger_edge (domain_no, point_to, edge_no);

create table cross_ref (
  cross_ref_no          bigint  not null primary key,
  domain_no             integer not null references domain (domain_no),
  transaction_id        bytea   not null,
  outer_domain_id       bytea   not null,
  txid_having_cross_ref bytea   not null,
  received_at           timestamp with time zone not null default current_timestamp,
  constraint cross_ref_content unique (domain_no, transaction_id, outer_domain_id, txid_having_cross_ref)
);

create table asset_file (
  domain_no      integer  not null references domain (domain_no),
  asset_group_id bytea    not null,
  asset_id       bytea    not null,
  size           bigint   not null,
  sha256         bytea    not null check (octet_length(sha256) = 32),
  -- Path below the root of the asset files, with slashes.
  location       text     not null,
  -- 0 ok, 1 missing, 2 compromised, 3 external
  state          smallint not null check (state between 0 and 3),
  stored_at      timestamp with time zone not null default current_timestamp,
  checked_at     timestamp with time zone,
  primary key (domain_no, asset_group_id, asset_id)
);

create table merkle_leaf (
  domain_no  integer not null references domain (domain_no),
  digest     bytea   not null,
  leaf_left  bytea   not null,
  leaf_right bytea   not null,
  prev       bytea   not null,
  primary key (domain_no, digest)
);

create table merkle_branch (
  domain_no  integer not null references domain (domain_no),
  digest     bytea   not null,
  leaf_left  bytea   not null,
  leaf_right bytea   not null,
  primary key (domain_no, digest)
);

create table merkle_root (
  domain_no integer not null references domain (domain_no),
  root      bytea   not null,
  spec      text    not null,
  primary key (domain_no, root)
);

create table repair_log (
  repair_no      bigint  not null primary key,
  domain_no      integer not null references domain (domain_no),
  transaction_id bytea   not null,
  asset_group_id bytea,
  asset_id       bytea,
  requested_at   timestamp with time zone not null,
  repaired_at    timestamp with time zone,
  repaired_by    bytea,
  outcome        text
);
