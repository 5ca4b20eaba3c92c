/** Numbers about the portal for Prometheus, what is measured in the rooms, and who may read it. */
@NullMarked
package io.opslore.operations.metrics;

import org.jspecify.annotations.NullMarked;
