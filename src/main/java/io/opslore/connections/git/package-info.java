/**
 * Git repositories as they can be read: each is mirrored into the data folder, and looked into
 * there. Nothing here, and nothing that it hands out, can write to a repository.
 */
@NullMarked
@NamedInterface("git")
package io.opslore.connections.git;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
