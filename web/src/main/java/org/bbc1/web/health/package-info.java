/** MicroProfile Health: {@code /health/live}, {@code /health/ready} and {@code /health/started}. */
@NullMarked
package org.bbc1.web.health;

import org.jspecify.annotations.NullMarked;
