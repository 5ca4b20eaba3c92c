package io.opslore.tools.analysis;

/** How much a finding matters; the worst first. */
public enum Severity {
    /** It hands something over, or breaks. */
    ERROR,
    /** It will hurt some day. */
    WARNING,
    /** It could be better. */
    INFO
}
