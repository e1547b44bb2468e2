/**
 * The HTTP door: everything here translates between HTTP and the node's services, and holds no rule
 * of its own about transactions. Errors leave only as problem details (RFC 9457).
 */
@NullMarked
package org.bbc1.web;

import org.jspecify.annotations.NullMarked;
