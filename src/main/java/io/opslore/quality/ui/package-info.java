@NullMarked
package io.opslore.quality.ui;

import org.jspecify.annotations.NullMarked;
