/**
 * The client commands: one handler class each, the dispatcher with the checks that all share, the
 * node key and the guard of the admin commands (spec client-protocol 7 to 11). Knows messages as
 * values; knows nothing of sockets, the container or SQL.
 */
@NullMarked
package org.bbc1.node.command;

import org.jspecify.annotations.NullMarked;
