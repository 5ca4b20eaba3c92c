package io.opslore.guard;

import java.util.List;

/** What the rules say of a question. */
public sealed interface Filtered {

    /** Nothing that its asker has to know. */
    record Passed() implements Filtered {}

    /** It may be asked, and its asker is told of these. */
    record Warned(List<FilterFinding> findings) implements Filtered {

        public Warned {
            findings = List.copyOf(findings);
        }
    }

    /** It may not be asked. */
    record Blocked(FilterFinding finding) implements Filtered {}

    /** The strongest that any of them says. */
    static Filtered of(List<FilterFinding> findings) {
        return findings.stream()
                .filter(finding -> finding.action() == FilterAction.BLOCK)
                .findFirst()
                .<Filtered>map(Blocked::new)
                .orElseGet(() -> warned(findings));
    }

    private static Filtered warned(List<FilterFinding> findings) {
        List<FilterFinding> warnings =
                findings.stream().filter(finding -> finding.action() == FilterAction.WARN).toList();
        return warnings.isEmpty() ? new Passed() : new Warned(warnings);
    }
}
