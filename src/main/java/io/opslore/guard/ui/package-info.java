/** Shows limits and usage; other rooms say by {@code LimitText} what was refused. */
@NullMarked
@NamedInterface("ui")
package io.opslore.guard.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
