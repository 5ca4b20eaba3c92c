/**
 * Gitea and Forgejo by their API: what they know besides what is in Git. It is only asked; there is
 * no request that changes anything.
 */
@NullMarked
@NamedInterface("gitea")
package io.opslore.connections.gitea;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
