/** Who may write over HTTP: whoever can read the token file in the working folder. */
@NullMarked
package org.bbc1.web.access;

import org.jspecify.annotations.NullMarked;
