package io.opslore.library;

import io.opslore.kit.VisibleName;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings paths from uploads and folders into the one form that documents are keyed by, in which
 * nothing is hidden.
 */
final class DocumentPath {

    private static final int LONGEST = 1000;

    private DocumentPath() {}

    /**
     * Throws {@link IllegalArgumentException} for a path that is empty, climbs out, or is too long.
     */
    static String normalised(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.replace('\\', '/').split("/")) {
            if (part.equals("..")) {
                throw new IllegalArgumentException("A path must not contain '..': " + path);
            }
            if (!part.isBlank() && !part.equals(".")) {
                parts.add(part.strip());
            }
        }
        String normalised = VisibleName.of(String.join("/", parts));
        if (normalised.isEmpty()
                || normalised.length() > LONGEST
                || normalised.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("Not a usable path: " + path);
        }
        return normalised;
    }
}
