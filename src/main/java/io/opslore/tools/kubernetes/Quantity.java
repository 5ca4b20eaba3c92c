package io.opslore.tools.kubernetes;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as Kubernetes writes them: {@code 250m}, {@code 64Mi}. */
final class Quantity {

    private static final Pattern WRITTEN = Pattern.compile("(\\d+(?:\\.\\d+)?)([a-zA-Z]{0,2})");

    private static final Map<String, Double> UNITS =
            Map.of(
                    "", 1.0,
                    "n", 1e-9,
                    "u", 1e-6,
                    "m", 1e-3,
                    "k", 1e3,
                    "M", 1e6,
                    "G", 1e9,
                    "Ki", 1024.0,
                    "Mi", 1024.0 * 1024,
                    "Gi", 1024.0 * 1024 * 1024);

    private Quantity() {}

    /** What cannot be read is nothing. */
    static double of(String written) {
        Matcher parts = WRITTEN.matcher(written);
        return parts.matches()
                ? Double.parseDouble(parts.group(1)) * UNITS.getOrDefault(parts.group(2), 0.0)
                : 0;
    }
}
