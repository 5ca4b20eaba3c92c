/** Traces, from the click to the last word, for whoever takes OpenTelemetry's. */
@NullMarked
package io.opslore.operations.tracing;

import org.jspecify.annotations.NullMarked;
