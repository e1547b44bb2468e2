/**
 * The one catalogue of status codes, for the library and for the node, and the last error of a
 * thread for code that was ported from Python. It stands below every other package and knows none
 * of them.
 */
@NullMarked
package org.bbc1.error;

import org.jspecify.annotations.NullMarked;
