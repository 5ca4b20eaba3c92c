package io.opslore.library.ui;

import io.opslore.library.Document;
import io.opslore.library.RevisionId;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Leads links between documents of a space to their pages here, and shows pictures of the space.
 * Asks for the space's documents only when a text names one. Where two sources hold a path, that of
 * the text's own source is meant.
 */
final class RelativeLinks implements UnaryOperator<String> {

    /** What is worth asking for; whether it is a picture is decided by its bytes. */
    private static final Pattern PICTURE =
            Pattern.compile("\\.(?:png|jpe?g|gif|webp|avif|svg)$", Pattern.CASE_INSENSITIVE);

    private final Document from;
    private final String here;
    private final Supplier<List<Document>> neighbours;
    private @Nullable Map<String, Document> byPath;

    /**
     * @param here where a link to what is shown of the document leads
     */
    RelativeLinks(Document from, String here, Supplier<List<Document>> neighbours) {
        this.from = from;
        this.here = here;
        this.neighbours = neighbours;
    }

    /** The address of the linked document, or empty where the reader knows of none. */
    @Override
    public String apply(String link) {
        if (link.startsWith("#")) {
            return below(here, link);
        }
        Document target = named(link);
        return target == null ? "" : below(DocumentNavigation.address(target.id()), link);
    }

    private static String below(String address, String link) {
        int fragment = link.indexOf('#') + 1;
        return fragment == 0 || fragment == link.length()
                ? address
                : DocumentNavigation.below(address, decoded(link.substring(fragment)));
    }

    private static String decoded(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return fragment;
        }
    }

    /** The address of the picture's bytes, or empty where the reader knows of no such picture. */
    String image(String link) {
        Document target = named(link);
        if (target == null || !PICTURE.matcher(target.path()).find()) {
            return "";
        }
        RevisionId current = target.current();
        return Originals.address(current == null ? target.newest() : current);
    }

    private @Nullable Document named(String link) {
        try {
            URI target = URI.create("/" + encoded(from.path())).resolve(link.replace(" ", "%20"));
            String path = target.getHost() == null ? target.getPath() : null;
            return path == null ? null : documents().get(path.substring(1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException notALink) {
            return null;
        }
    }

    private Map<String, Document> documents() {
        Map<String, Document> known = byPath;
        if (known == null) {
            known = new HashMap<>();
            for (Document document : neighbours.get()) {
                boolean near = document.source().equals(from.source());
                known.merge(document.path(), document, (one, other) -> near ? other : one);
            }
            byPath = known;
        }
        return known;
    }

    private static String encoded(String path) {
        return path.replace("%", "%25").replace(" ", "%20").replace("?", "%3F").replace("#", "%23");
    }
}
