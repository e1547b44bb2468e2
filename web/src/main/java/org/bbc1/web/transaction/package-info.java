/**
 * Transactions over HTTP, as serialized bytes. Asset files do not travel here yet: the socket
 * protocol carries them.
 */
@NullMarked
package org.bbc1.web.transaction;

import org.jspecify.annotations.NullMarked;
