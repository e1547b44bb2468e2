/**
 * Problem details for HTTP (RFC 9457): the catalogue of problem types, and the mapping of
 * everything that can be thrown, or answered by the server itself, to them. No stack trace and no
 * class name leaves the process.
 */
@NullMarked
package org.bbc1.web.problem;

import org.jspecify.annotations.NullMarked;
