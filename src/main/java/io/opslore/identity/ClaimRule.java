package io.opslore.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who has this in a claim gets a role or is in a group, for as long as they have it. Immutable.
 *
 * @param claim its name, or a path with dots into nested ones: {@code realm_access.roles}
 * @param wanted the value, where {@code *} stands for anything; of several values one is enough
 * @param gives a role or a group, never a person
 */
public record ClaimRule(String claim, String wanted, Grantee gives) {

    public ClaimRule {
        if (gives instanceof Grantee.Person) {
            throw new IllegalArgumentException("A rule gives a role or a group");
        }
    }

    /** Whether the claims have what is wanted. */
    public boolean fits(Map<String, Object> claims) {
        Pattern pattern =
                Pattern.compile(
                        Arrays.stream(wanted.split("\\*+", -1))
                                .map(Pattern::quote)
                                .collect(Collectors.joining(".*")),
                        Pattern.DOTALL);
        return values(find(claim, claims)).anyMatch(value -> pattern.matcher(value).matches());
    }

    /** What stands at the path, as text; empty if nothing does, or something with parts. */
    static String text(String path, Map<String, Object> claims) {
        return values(find(path, claims)).findFirst().orElse("").strip();
    }

    /** The whole path may be one name: some providers' names are addresses. */
    private static @Nullable Object find(String path, Map<?, ?> claims) {
        Object whole = claims.get(path);
        int dot = path.indexOf('.');
        if (whole != null || dot < 0) {
            return whole;
        }
        return claims.get(path.substring(0, dot)) instanceof Map<?, ?> nested
                ? find(path.substring(dot + 1), nested)
                : null;
    }

    private static Stream<String> values(@Nullable Object value) {
        return switch (value) {
            case String text -> Stream.of(text);
            case Boolean truth -> Stream.of(truth.toString());
            case Number number -> Stream.of(number.toString());
            case Collection<?> several -> several.stream().flatMap(ClaimRule::values);
            case null, default -> Stream.empty();
        };
    }
}
