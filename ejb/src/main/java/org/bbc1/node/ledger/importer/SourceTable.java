package org.bbc1.node.ledger.importer;

/** The tables of a reference ledger that are imported (storage A2). */
enum SourceTable {
  TRANSACTIONS("transaction_table"),
  ASSETS("asset_info_table"),
  TOPOLOGY("topology_table"),
  CROSS_REFERENCES("cross_ref_table"),
  MERKLE_LEAVES("merkle_leaf_table"),
  MERKLE_BRANCHES("merkle_branch_table"),
  MERKLE_ROOTS("merkle_root_table");

  private final String sqlName;

  SourceTable(String sqlName) {
    this.sqlName = sqlName;
  }

  String sqlName() {
    return sqlName;
  }
}
