package org.bbc1.node.ledger.importer;

/**
 * A transaction that was put aside in the table {@code import_rejected}.
 *
 * @param transactionId key of the source row in hexadecimal; empty if it had none
 * @param dataSha256 digest of its bytes in hexadecimal
 * @param reason why it may not enter the ledger
 */
public record RejectedTransaction(String transactionId, String dataSha256, String reason) {}
