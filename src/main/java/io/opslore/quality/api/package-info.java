@NullMarked
package io.opslore.quality.api;

import org.jspecify.annotations.NullMarked;
