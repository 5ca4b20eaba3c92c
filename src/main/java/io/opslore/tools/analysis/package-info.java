/**
 * What manifests, charts, pipelines and the like hold, and what of it asks for trouble. Looks at
 * texts alone: renders, resolves and runs nothing.
 */
@NamedInterface("analysis")
@NullMarked
package io.opslore.tools.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
