package io.opslore.tools.analysis;

import java.util.List;

/**
 * What one file holds.
 *
 * @param contents what is in it, in a few words each, such as {@code Deployment/api}
 */
public record Analysis(
        String path, Manifests.Type type, List<String> contents, List<Finding> findings) {

    public Analysis {
        contents = List.copyOf(contents);
        findings = List.copyOf(findings);
    }
}
