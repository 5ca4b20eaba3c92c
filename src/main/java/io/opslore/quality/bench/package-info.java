/** How fast the portal is beside what it is made of. */
@NullMarked
package io.opslore.quality.bench;

import org.jspecify.annotations.NullMarked;
