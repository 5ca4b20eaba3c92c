package io.opslore.library.ui;

import io.opslore.library.DocumentId;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of documents, so that no other room writes one by hand. */
public final class DocumentNavigation {

    private static final String BELOW = "sources/document/";

    static final String ROUTE = BELOW + ":document";
    static final String DOCUMENT = "document";
    static final String REVISION = "revision";
    static final String LINES = "lines";

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
}
