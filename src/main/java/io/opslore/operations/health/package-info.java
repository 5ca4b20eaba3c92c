/**
 * What operations itself looks at, and how health is told to probes and to those who may know more.
 */
@NullMarked
package io.opslore.operations.health;

import org.jspecify.annotations.NullMarked;
