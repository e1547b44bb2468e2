package org.bbc1.node.ledger.importer;

/**
 * Something that an operator may want to look at.
 *
 * @param kind what it is
 * @param subject transaction id in hexadecimal, path of a file below the folder of the domain, or
 *     number of a line
 * @param detail what was found
 */
public record Finding(FindingKind kind, String subject, String detail) {}
