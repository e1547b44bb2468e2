/**
 * What the node is told: the working folder's {@code config.json} (structure of the reference, spec
 * configuration-and-tools 1) and the process settings {@code bbc1.*}. Values are read once, checked
 * as a whole and handed on as records; nothing here knows a container, a socket or a database.
 */
@NullMarked
package org.bbc1.node.config;

import org.jspecify.annotations.NullMarked;
