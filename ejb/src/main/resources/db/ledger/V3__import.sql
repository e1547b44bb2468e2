-- What the import of a reference ledger leaves behind (storage part C): how far each run has come, so that one that
-- was cut off goes on where it stopped, and what it has found.

create sequence import_run_seq start with 1 increment by 1;

create table import_run (
  run_no          bigint  not null primary key,
  domain_no       integer not null references domain (domain_no),
  -- Path of the database file that is read.
  source          text    not null,
  stage           text    not null,
  -- Number of the last source row of the stage that is done; -1 when none is.
  source_position bigint  not null,
  started_at      timestamp with time zone not null default current_timestamp,
  finished_at     timestamp with time zone
);

create table import_count (
  run_no bigint not null references import_run (run_no) on delete cascade,
  name   text   not null,
  amount bigint not null,
  primary key (run_no, name)
);

-- What the source holds and the recomputed rows do not, or the other way round.
create table import_finding (
  run_no  bigint not null references import_run (run_no) on delete cascade,
  kind    text   not null,
  -- Transaction id in hexadecimal, path of a file or line of a log.
  subject text   not null,
  detail  text   not null,
  primary key (run_no, kind, subject)
);

-- Transactions that may not enter the ledger, with their bytes as they were found.
create table import_rejected (
  domain_no        integer not null references domain (domain_no),
  -- The key of the source row; empty if it had none.
  transaction_id   bytea   not null,
  data_sha256      bytea   not null check (octet_length(data_sha256) = 32),
  transaction_data bytea   not null,
  reason           text    not null,
  -- The last run that met it.
  run_no           bigint  not null references import_run (run_no),
  rejected_at      timestamp with time zone not null default current_timestamp,
  primary key (domain_no, transaction_id, data_sha256)
);
create index import_rejected_run on import_rejected (run_no);

-- The repair of an asset file names no transaction.
alter table repair_log alter column transaction_id drop not null;
