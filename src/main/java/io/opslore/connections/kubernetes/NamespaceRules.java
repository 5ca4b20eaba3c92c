package io.opslore.connections.kubernetes;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which namespaces may be looked into. Immutable. */
final class NamespaceRules {

    private static final Pattern ONE = Pattern.compile("[a-z0-9*?-]{1,63}");

    private final List<String> written;
    private final List<Pattern> patterns;

    /**
     * @param lines one name a line, {@code *} for any letters; empty for all namespaces
     */
    NamespaceRules(String lines) {
        written = lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        written.forEach(NamespaceRules::requireOne);
        patterns =
                written.stream()
                        .map(one -> Pattern.compile(one.replace("*", ".*").replace("?", ".")))
                        .toList();
    }

    boolean limited() {
        return !patterns.isEmpty();
    }

    boolean allows(String namespace) {
        return !limited() || patterns.stream().anyMatch(one -> one.matcher(namespace).matches());
    }

    /** The namespace, where there can be but one. */
    Optional<String> only() {
        return written.size() == 1 && !written.getFirst().matches(".*[*?].*")
                ? Optional.of(written.getFirst())
                : Optional.empty();
    }

    /** What is left out looks like what is not there. */
    void require(String namespace) {
        if (!allows(namespace)) {
            throw Failures.notFound();
        }
    }

    private static void requireOne(String line) {
        if (!ONE.matcher(line).matches()) {
            throw new ConnectionFailed(
                    Reason.UNFIT,
                    "A line of the namespaces is no name of one.",
                    "Write one name a line; * stands for any letters.");
        }
    }
}
