package io.opslore.retrieval;

import io.opslore.retrieval.query.Field;
import java.util.List;

/** One respect in which the documents that were found differ. */
public record Facet(Kind kind, List<Choice> choices) {

    /** The respects, in the order in which they are shown. */
    public enum Kind {
        SPACE,
        KIND,
        TAG,
        LANGUAGE,
        TIME
    }

    public Facet {
        choices = List.copyOf(choices);
    }

    /**
     * A prefix that would narrow the search, and how many of the documents it would leave.
     *
     * @param value as it is typed behind the prefix
     */
    public record Choice(Field field, String value, int documents) {}
}
