package io.opslore.library.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.opslore.library.Revision;
import java.io.InputStream;
import java.util.function.Supplier;

/** Downloads the original bytes of a revision. */
final class OriginalLink extends Anchor {

    private OriginalLink(Revision revision, Supplier<InputStream> original) {
        super(handler(revision, original), "");
        getElement().setAttribute("download", fileName(revision));
        add(new Icon(VaadinIcon.DOWNLOAD_ALT));
    }

    /** A link that says what it downloads. */
    static OriginalLink named(String name, Revision revision, Supplier<InputStream> original) {
        OriginalLink link = new OriginalLink(revision, original);
        link.addClassName("button-link");
        link.add(new Span(name));
        return link;
    }

    /** Only an icon; the name is for screen readers and on hover. */
    static OriginalLink icon(String name, Revision revision, Supplier<InputStream> original) {
        OriginalLink link = new OriginalLink(revision, original);
        link.addClassName("icon-link");
        link.setAriaLabel(name);
        link.setTitle(name);
        return link;
    }

    private static DownloadHandler handler(Revision revision, Supplier<InputStream> original) {
        return DownloadHandler.fromInputStream(request ->
                new DownloadResponse(
                        original.get(),
                        fileName(revision),
                        "application/octet-stream",
                        revision.size()));
    }

    private static String fileName(Revision revision) {
        return revision.path().substring(revision.path().lastIndexOf('/') + 1);
    }
}
