package io.opslore.models;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a model is wanted for. */
public enum ModelTask {
    /** Questions that documents answer. */
    DOCUMENTATION,
    /** Logs, failures and why they came about: what wants reasoning. */
    LOGS,
    /** Code, queries, configuration and their review. */
    CODE,
    /** Everything else; its model stands in for those that are not there. */
    GENERAL,
    /** Numbers for the search; no model that speaks. */
    EMBEDDING;

    /** Those that answer people. */
    public static final List<ModelTask> SPEAKING = List.of(DOCUMENTATION, LOGS, CODE, GENERAL);

    /** As texts, records and the database name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for what is no key of a task. */
    public static Optional<ModelTask> of(String key) {
        return Arrays.stream(values()).filter(task -> task.key().equals(key)).findFirst();
    }
}
