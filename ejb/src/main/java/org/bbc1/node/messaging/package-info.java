/**
 * Messages from user to user and what the node itself tells users: routing to the connections of a
 * user, messages that wait for a user to be found, insert notifications, who is announced to other
 * nodes. Knows domains, users and connections; knows nothing of sockets, and of commands only the
 * few fields that it must write.
 */
@NullMarked
package org.bbc1.node.messaging;

import org.jspecify.annotations.NullMarked;
