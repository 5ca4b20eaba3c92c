package io.opslore.library.ui;

import io.opslore.library.Document;
import io.opslore.library.DocumentId;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Leads links between documents of a space to their pages here. Asks for the space's documents only
 * when a text has such a link.
 */
final class RelativeLinks implements UnaryOperator<String> {

    private final Document from;
    private final Supplier<List<Document>> neighbours;
    private @Nullable Map<String, DocumentId> byPath;

    RelativeLinks(Document from, Supplier<List<Document>> neighbours) {
        this.from = from;
        this.neighbours = neighbours;
    }

    /** The address of the linked document, or empty where the reader knows of none. */
    @Override
    public String apply(String link) {
        try {
            String path = URI.create("/" + encoded(from.path())).resolve(link).getPath();
            DocumentId target = path == null ? null : documents().get(path.substring(1));
            return target == null ? "" : DocumentNavigation.address(target);
        } catch (IllegalArgumentException | IndexOutOfBoundsException notALink) {
            return "";
        }
    }

    private Map<String, DocumentId> documents() {
        Map<String, DocumentId> known = byPath;
        if (known == null) {
            known = new HashMap<>();
            for (Document document : neighbours.get()) {
                known.put(document.path(), document.id());
            }
            byPath = known;
        }
        return known;
    }

    private static String encoded(String path) {
        return path.replace("%", "%25").replace(" ", "%20").replace("?", "%3F").replace("#", "%23");
    }
}
