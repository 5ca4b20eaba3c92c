package io.opslore.tools;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of every tool.
 *
 * @param characters the longest answer, as JSON; 4,000 to 48,000
 * @param rows the most rows of an answer; 1 to 1,000
 * @param timeout how long one call may take; 1 s to 5 min
 */
@ConfigurationProperties("opslore.tools")
record ToolSettings(
        @DefaultValue("24000") int characters,
        @DefaultValue("200") int rows,
        @DefaultValue("30s") Duration timeout) {

    ToolSettings {
        within("opslore.tools.characters", characters, 4_000, 48_000);
        within("opslore.tools.rows", rows, 1, 1_000);
        within("opslore.tools.timeout in seconds", timeout.toSeconds(), 1, 300);
    }

    private static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s must be %d to %d, not %d".formatted(name, least, most, value));
        }
    }
}
