/** Docker Swarm as tools: what runs, how it got there, what it writes. */
@NullMarked
package io.opslore.tools.swarm;

import org.jspecify.annotations.NullMarked;
