package io.opslore.tools;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The argument that says from when on, in words that models use. */
public final class Since {

    private static final Pattern AGO = Pattern.compile("(\\d{1,6})\\s*([smhd])");

    private Since() {}

    public static ToolParameter parameter() {
        return ToolParameter.text(
                        "since",
                        "From then on: 15m, 2h, 1d, or a time such as 2026-11-23T08:00:00Z")
                .optional();
    }

    /**
     * @throws ToolFailure for what is no time
     */
    public static Optional<Instant> of(ToolArguments arguments, Instant now) {
        return arguments.find("since").map(text -> time("since", text, now));
    }

    /**
     * A time given by another argument.
     *
     * @throws ToolFailure for what is none
     */
    public static Instant time(String name, String text, Instant now) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            return now.minus(unit(ago.group(2)).multipliedBy(Long.parseLong(ago.group(1))));
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw ToolFailure.invalid(
                    name + " is no time.", "Give 15m, 2h, 1d, or 2026-11-23T08:00:00Z.");
        }
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }
}
