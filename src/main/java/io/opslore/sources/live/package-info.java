/**
 * What live systems are like, as documents: objects and events of clusters, stacks of swarms, runs
 * of pipelines, patterns and incidents of logs.
 */
@NullMarked
package io.opslore.sources.live;

import org.jspecify.annotations.NullMarked;
