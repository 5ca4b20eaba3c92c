/** Clusters as tools: what is there, how it is, and why it is not well. */
@NullMarked
package io.opslore.tools.kubernetes;

import org.jspecify.annotations.NullMarked;
