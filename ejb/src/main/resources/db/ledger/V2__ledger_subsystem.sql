-- The ledger subsystem: digests that clients register, in trees of their order of arrival (ledger-subsystem 1). The
-- tables merkle_leaf, merkle_branch and merkle_root hold complete trees in the form of the reference; there a pair of
-- digests has one row, whatever the number of trees it is in, so that these rows alone cannot tell the trees apart.

create table ledger_subsystem (
  domain_no integer not null primary key references domain (domain_no),
  -- As an administrator left it; survives a restart.
  enabled   boolean not null
);

create table merkle_tree (
  domain_no integer  not null references domain (domain_no),
  -- From 1 without a gap.
  tree_no   bigint   not null check (tree_no > 0),
  -- 0 open, 1 complete, 2 anchored
  state     smallint not null check (state between 0 and 2),
  size      integer  not null check (size > 0),
  root      bytea    check (octet_length(root) = 32),
  -- Milliseconds since 1970.
  opened_at bigint   not null,
  primary key (domain_no, tree_no),
  check (state = 0 or root is not null)
);

create table merkle_digest (
  domain_no integer not null,
  tree_no   bigint  not null,
  position  integer not null check (position >= 0),
  digest    bytea   not null check (octet_length(digest) between 1 and 32),
  primary key (domain_no, tree_no, position),
  foreign key (domain_no, tree_no) references merkle_tree (domain_no, tree_no)
);
-- Where a digest is.
create index merkle_digest_digest on merkle_digest (domain_no, digest, tree_no);

-- What an anchor gave for a tree.
create table merkle_receipt (
  domain_no integer not null,
  tree_no   bigint  not null,
  anchor    text    not null,
  receipt   text    not null,
  primary key (domain_no, tree_no, anchor),
  foreign key (domain_no, tree_no) references merkle_tree (domain_no, tree_no)
);
