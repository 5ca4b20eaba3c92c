/** Logs as tools: Loki and log files under one shape. */
@NullMarked
package io.opslore.tools.logs;

import org.jspecify.annotations.NullMarked;
