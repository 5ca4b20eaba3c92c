/** Where the state of graphics cards comes from: {@code nvidia-smi}, or a DCGM exporter. */
@NullMarked
package io.opslore.models.gpu;

import org.jspecify.annotations.NullMarked;
