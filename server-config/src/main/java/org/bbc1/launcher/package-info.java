/**
 * The one-jar node: reads the command line, prepares the working folder and starts Payara Micro
 * with the node's archives inside.
 *
 * <p>Only what must happen before or around the container lives here. Nothing of the node itself:
 * the archives find their settings as system properties {@code bbc1.*} through MicroProfile Config.
 */
@NullMarked
package org.bbc1.launcher;

import org.jspecify.annotations.NullMarked;
