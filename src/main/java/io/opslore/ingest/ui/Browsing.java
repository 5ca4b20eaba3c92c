package io.opslore.ingest.ui;

import com.vaadin.flow.router.QueryParameters;
import io.opslore.ingest.IngestState;
import io.opslore.library.Document;
import io.opslore.library.DocumentKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in a space and in which order; stands in the address, so that the same
 * address shows the same again.
 *
 * @param folder the folder that was opened last; empty for none
 * @param filter words that all must occur in the path, title or tags
 * @param kind null for all
 * @param tag empty for all
 * @param stage null for all
 */
record Browsing(
        String folder,
        String filter,
        @Nullable DocumentKind kind,
        String tag,
        @Nullable Stage stage,
        Sort sort,
        boolean descending) {

    static final Browsing ALL = new Browsing("", "", null, "", null, Sort.NAME, false);

    private static final String FOLDER = "folder";
    private static final String FILTER = "filter";
    private static final String KIND = "kind";
    private static final String TAG = "tag";
    private static final String STATE = "state";
    private static final String SORT = "sort";
    private static final String DOWN = "-";

    /** Where a document stands, as coarsely as somebody would ask. */
    enum Stage {
        READY,
        WORKING,
        FAILED;

        static Stage of(IngestState state) {
            return switch (state) {
                case IngestState.Ready ready -> READY;
                case IngestState.Failed failed -> FAILED;
                case IngestState.Queued queued -> WORKING;
                case IngestState.Extracting extracting -> WORKING;
                case IngestState.Indexing indexing -> WORKING;
            };
        }
    }

    /** What the rows are ordered by. */
    enum Sort {
        NAME,
        STATE,
        CHANGED
    }

    /** What cannot be understood is left out. */
    static Browsing of(QueryParameters query) {
        String sort = value(query, SORT);
        return new Browsing(
                value(query, FOLDER),
                value(query, FILTER),
                named(DocumentKind.values(), value(query, KIND)).orElse(null),
                value(query, TAG),
                named(Stage.values(), value(query, STATE)).orElse(null),
                named(Sort.values(), sort.replaceFirst("^" + DOWN, "")).orElse(Sort.NAME),
                sort.startsWith(DOWN));
    }

    QueryParameters query() {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        put(parts, FOLDER, folder);
        put(parts, FILTER, filter);
        put(parts, KIND, kind == null ? "" : lower(kind));
        put(parts, TAG, tag);
        put(parts, STATE, stage == null ? "" : lower(stage));
        boolean usual = sort == Sort.NAME && !descending;
        put(parts, SORT, usual ? "" : (descending ? DOWN : "") + lower(sort));
        return new QueryParameters(parts);
    }

    /** Whether some documents may be left out. */
    boolean isNarrowed() {
        return !filter.isBlank() || kind != null || !tag.isEmpty() || stage != null;
    }

    Browsing inFolder(String now) {
        return new Browsing(now, filter, kind, tag, stage, sort, descending);
    }

    Browsing sorted(Sort by, boolean down) {
        return new Browsing(folder, filter, kind, tag, stage, by, down);
    }

    Browsing narrowed(
            String words, @Nullable DocumentKind only, String tagged, @Nullable Stage in) {
        return new Browsing(folder, words, only, tagged, in, sort, descending);
    }

    /**
     * @param document null while only its path is known
     */
    boolean shows(String path, @Nullable Document document, @Nullable IngestState state) {
        return (kind == null || document != null && document.details().kind() == kind)
                && (tag.isEmpty() || document != null && document.details().tags().contains(tag))
                && (stage == null || state != null && Stage.of(state) == stage)
                && holdsAllWords(path, document);
    }

    private boolean holdsAllWords(String path, @Nullable Document document) {
        if (filter.isBlank()) {
            return true;
        }
        String known =
                document == null
                        ? path
                        : path
                                + "\n"
                                + document.title()
                                + "\n"
                                + String.join("\n", document.details().tags());
        String text = known.toLowerCase(Locale.ROOT);
        return Arrays.stream(filter.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(text::contains);
    }

    private static String value(QueryParameters query, String name) {
        return query.getSingleParameter(name).orElse("");
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Arrays.stream(all).filter(one -> lower(one).equals(name)).findFirst();
    }

    private static String lower(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, List<String>> parts, String name, String value) {
        if (!value.isBlank()) {
            parts.put(name, List.of(value));
        }
    }
}
