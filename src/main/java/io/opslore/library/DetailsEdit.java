package io.opslore.library;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about a document.
 *
 * @param owner a username, a team, or empty
 * @param tags in any case; brought to lower case, without blank or double ones
 * @param reviewOn null for never
 */
public record DetailsEdit(
        DocumentKind kind, String owner, List<String> tags, @Nullable LocalDate reviewOn) {

    /** The longest owner and tag, in characters. */
    public static final int LONGEST = 100;

    /** The most tags of a document. */
    public static final int MOST_TAGS = 30;

    /** Throws {@link IllegalArgumentException} for more or longer ones than are kept. */
    public DetailsEdit {
        owner = owner.strip();
        tags =
                tags.stream()
                        .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList();
        if (owner.length() > LONGEST || tags.stream().anyMatch(tag -> tag.length() > LONGEST)) {
            throw new IllegalArgumentException(
                    "An owner or tag has at most %d characters".formatted(LONGEST));
        }
        if (tags.size() > MOST_TAGS) {
            throw new IllegalArgumentException("At most %d tags".formatted(MOST_TAGS));
        }
    }
}
