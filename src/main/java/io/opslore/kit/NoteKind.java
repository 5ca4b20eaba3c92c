package io.opslore.kit;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The notes that a document may set apart; other names for them lead to the nearest. */
enum NoteKind {
    NOTE,
    TIP,
    IMPORTANT,
    WARNING,
    CAUTION;

    private static final Map<String, NoteKind> NAMES = names();

    String cssClass() {
        return "adm-" + name().toLowerCase(Locale.ROOT);
    }

    /** By its name in any dialect; null for what is none. */
    static @Nullable NoteKind named(String name) {
        return NAMES.get(name);
    }

    /** By GitHub's marker without its brackets: {@code !NOTE}. */
    static @Nullable NoteKind marked(String marker) {
        return marker.startsWith("!") ? named(marker.substring(1)) : null;
    }

    private static Map<String, NoteKind> names() {
        Map<String, NoteKind> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        put(names, NOTE, "note", "info", "abstract", "summary", "question", "example", "seealso");
        put(names, TIP, "tip", "hint", "success");
        put(names, IMPORTANT, "important");
        put(names, WARNING, "warning", "attention");
        put(names, CAUTION, "caution", "danger", "error", "bug", "failure");
        return names;
    }

    private static void put(Map<String, NoteKind> names, NoteKind kind, String... all) {
        for (String name : all) {
            names.put(name, kind);
        }
    }
}
