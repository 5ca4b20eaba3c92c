package io.opslore.library;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a person may set about a document, against what was found in its text. */
public enum DetailsField {
    KIND,
    OWNER,
    TAGS,
    REVIEW_ON;

    /** As they are stored. */
    static String[] names(Set<DetailsField> fields) {
        return fields.stream()
                .sorted()
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    static Set<DetailsField> of(String[] names) {
        Set<DetailsField> fields = EnumSet.noneOf(DetailsField.class);
        Arrays.stream(names)
                .map(name -> valueOf(name.toUpperCase(Locale.ROOT)))
                .forEach(fields::add);
        return fields;
    }
}
