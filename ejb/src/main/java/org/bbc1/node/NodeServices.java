package org.bbc1.node;

import java.util.concurrent.Executor;
import org.bbc1.node.config.NodeConfiguration;
import org.bbc1.node.config.ProcessConfiguration;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.domain.UserRegistry;
import org.bbc1.node.stats.Statistics;
import org.bbc1.node.transaction.TransactionService;

/**
 * What the doors of the node work with.
 *
 * @param process settings of the process
 * @param configuration {@code config.json}
 * @param domains the running domains
 * @param users users and their connections
 * @param transactions the way in and out of the ledger
 * @param statistics counters
 * @param health whether the node lives and can serve
 * @param queries bounded pool on which every door reads the ledger, so that the ledger's writer
 *     always gets a database connection
 */
public record NodeServices(
    ProcessConfiguration process,
    NodeConfiguration configuration,
    DomainRegistry domains,
    UserRegistry users,
    TransactionService transactions,
    Statistics statistics,
    NodeHealth health,
    Executor queries) {}
