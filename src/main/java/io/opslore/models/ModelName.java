package io.opslore.models;

import java.util.Locale;

/** How models are called: case aside, and a name without a tag means {@code latest}. */
public final class ModelName {

    private static final String LATEST = ":latest";

    private ModelName() {}

    /** The one form of all names of a model. */
    public static String canonical(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(LATEST)
                ? lower.substring(0, lower.length() - LATEST.length())
                : lower;
    }

    public static boolean same(String one, String other) {
        return canonical(one).equals(canonical(other));
    }
}
