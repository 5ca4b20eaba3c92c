package io.opslore.assistant.lookup;

import io.opslore.guard.MaskedSecret;
import io.opslore.tools.analysis.Analysis;
import io.opslore.tools.analysis.Finding;
import io.opslore.tools.analysis.Manifests;
import io.opslore.tools.analysis.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the portal's own rules say of a pasted text, as lines that can be cited. A model may be
 * wrong about a manifest; these are not, and name the line.
 *
 * @param count how many there are
 * @param text what is in it, then a line for each finding, the worst first
 */
public record PastedFindings(int count, String text) {

    private static final int MOST = 60;

    /**
     * Empty where no rules are for such a text, and nothing in it looks like a secret.
     *
     * @param text without secrets
     * @param secrets that were taken out of it
     */
    public static Optional<PastedFindings> of(
            String fileName, String text, List<MaskedSecret> secrets) {
        Optional<Analysis> analysis = Manifests.analyze(fileName, text);
        List<Finding> findings = new ArrayList<>(secrets.stream().map(PastedFindings::of).toList());
        analysis.map(Analysis::findings).ifPresent(findings::addAll);
        if (analysis.isEmpty() && findings.isEmpty()) {
            return Optional.empty();
        }
        findings.sort(Comparator.comparing(Finding::severity).thenComparing(Finding::line));
        List<String> lines = new ArrayList<>();
        analysis.ifPresent(found -> lines.add(held(found)));
        findings.stream().limit(MOST).map(PastedFindings::told).forEach(lines::add);
        if (findings.isEmpty()) {
            lines.add("No rule of the portal finds anything to mend in it.");
        } else if (findings.size() > MOST) {
            lines.add("%d findings more are not listed.".formatted(findings.size() - MOST));
        }
        return Optional.of(new PastedFindings(findings.size(), String.join("\n", lines)));
    }

    private static String held(Analysis analysis) {
        String contents =
                analysis.contents().isEmpty() ? "" : ": " + String.join(", ", analysis.contents());
        return "The pasted text is of the type %s%s."
                .formatted(analysis.type().name().toLowerCase(Locale.ROOT), contents);
    }

    private static String told(Finding finding) {
        return "%s in line %d of the pasted text (%s): %s. %s"
                .formatted(
                        finding.severity().name(),
                        finding.line(),
                        finding.rule(),
                        finding.message(),
                        finding.advice());
    }

    private static Finding of(MaskedSecret secret) {
        return new Finding(
                "secret-in-text",
                Severity.ERROR,
                "",
                secret.line(),
                "Looks like a secret in plain text (%s)".formatted(secret.kind()),
                "Take it out, rotate it, and keep it in a vault.");
    }
}
