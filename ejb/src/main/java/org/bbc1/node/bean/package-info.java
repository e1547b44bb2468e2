/**
 * The container's shell around the node: its life from deployment to undeployment, its resources
 * and the entrance of messages from the resource adapter. No behaviour of the protocol in here.
 */
@NullMarked
package org.bbc1.node.bean;

import org.jspecify.annotations.NullMarked;
