/** Shows one document at one revision; other rooms link to it by {@code DocumentNavigation}. */
@NullMarked
@NamedInterface("ui")
package io.opslore.library.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
