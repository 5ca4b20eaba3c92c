/**
 * Copies of the whole portal that can be restored: one file of rows, original bytes and a manifest.
 * Rows come out of one snapshot ({@code rows}) into a stream of named entries ({@code file}) that
 * is put in its place when it is whole ({@code place}); {@code restore} goes the same way
 * backwards.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "library",
            "library::s3",
            "identity",
            "audit",
            "kit",
            "outbound",
            "replicas",
            "operations",
            "operations::cli",
            "schedules",
            "health",
            "upgrades",
            "ingest::cli"
        })
package io.opslore.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
