/**
 * The node as a whole: everything assembled from constructor arguments, with its threads, its life
 * from start to stop, its health and the services the doors use. No container in it; {@code
 * org.bbc1.node.bean} is the shell.
 */
@NullMarked
package org.bbc1.node;

import org.jspecify.annotations.NullMarked;
