package io.opslore.guard;

/** A rule does not let a question through; nothing was asked or kept. */
public class QuestionBlocked extends RuntimeException {

    private final FilterFinding finding;

    public QuestionBlocked(FilterFinding finding) {
        super("The question was blocked by the rule " + finding.name());
        this.finding = finding;
    }

    /** Which rule, and what it tells the asker. */
    public FilterFinding finding() {
        return finding;
    }
}
