package io.opslore.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import io.opslore.kit.DiffLayout;
import io.opslore.library.DocumentId;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;

/** Addresses of documents, so that no other room writes one by hand. */
public final class DocumentNavigation {

    private static final String SPACES = "sources/";
    private static final String BELOW = SPACES + "document/";

    static final String ROUTE = BELOW + ":document";
    static final String REVISIONS_ROUTE = ROUTE + "/revisions";
    static final String COMPARE_ROUTE = ROUTE + "/compare";
    static final String BIN_ROUTE = SPACES + ":space/bin";
    static final String ACCESS_ROUTE = SPACES + ":space/access";
    static final String CHANGES_ROUTE = "changes";
    static final String DOCUMENT = "document";
    static final String SPACE = "space";
    static final String REVISION = "revision";
    static final String LINES = "lines";
    static final String FROM = "from";
    static final String TO = "to";
    static final String VIEW = "view";
    static final String SINCE = "since";

    static final String HEADING = "heading";

    private DocumentNavigation() {}

    /** The newest readable revision, from its beginning. */
    public static String address(DocumentId document) {
        return BELOW + document.value();
    }

    /** One revision for ever, whatever comes after it. */
    public static String address(DocumentId document, RevisionId revision) {
        return address(document) + "?" + REVISION + "=" + revision.value();
    }

    /** Below a heading of what an address leads to. */
    static String below(String address, String heading) {
        return address
                + (address.contains("?") ? "&" : "?")
                + HEADING
                + "="
                + URLEncoder.encode(heading, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Lines of one revision, highlighted and in view. */
    public static String address(DocumentId document, RevisionId revision, LineRange lines) {
        return address(document, revision) + "&" + LINES + "=" + lines.fragment();
    }

    /** All revisions of a document. */
    public static String revisionsAddress(DocumentId document) {
        return address(document) + "/revisions";
    }

    /** All revisions of a document, one of them marked as the one that is read. */
    static String revisionsAddress(DocumentId document, RevisionId shown) {
        return revisionsAddress(document) + "?" + REVISION + "=" + shown.value();
    }

    /** What differs between two revisions of a document, laid out as the screen has room. */
    public static String compareAddress(DocumentId document, RevisionId from, RevisionId to) {
        return "%s/compare?%s=%s&%s=%s"
                .formatted(address(document), FROM, from.value(), TO, to.value());
    }

    /** What differs between two revisions of a document, in the given layout. */
    public static String compareAddress(
            DocumentId document, RevisionId from, RevisionId to, DiffLayout layout) {
        return compareAddress(document, from, to)
                + "&"
                + VIEW
                + "="
                + layout.name().toLowerCase(Locale.ROOT);
    }

    /** What was removed from a space and can be brought back; for those who may write to it. */
    public static String binAddress(SpaceId space) {
        return spaceAddress(space) + "/bin";
    }

    /** Who may see a space; for those who manage it. */
    public static String accessAddress(SpaceId space) {
        return spaceAddress(space) + "/access";
    }

    /** What changed since a day in all spaces that the reader may read. */
    public static String changesAddress(LocalDate since) {
        return CHANGES_ROUTE + "?" + SINCE + "=" + since;
    }

    /** What changed in one space since a day. */
    public static String changesAddress(LocalDate since, SpaceId space) {
        return changesAddress(since) + "&" + SPACE + "=" + space.value();
    }

    static String spaceAddress(SpaceId space) {
        return SPACES + space.value();
    }

    /** Goes there without loading the page anew. */
    static void open(String address) {
        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }
}
