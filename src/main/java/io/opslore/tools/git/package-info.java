/** Git repositories as tools: what they hold at a commit, how it came to be, what differs. */
@NullMarked
package io.opslore.tools.git;

import org.jspecify.annotations.NullMarked;
