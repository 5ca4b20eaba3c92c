package io.opslore.guard;

/** What becomes of a question in which a rule finds something. */
public enum FilterAction {
    /** It is not asked, and its asker is told why. */
    BLOCK,
    /** It is asked, and its asker is told why that may not be wise. */
    WARN,
    /** It is asked and nothing said; only counted. */
    LOG
}
