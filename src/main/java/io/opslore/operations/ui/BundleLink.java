package io.opslore.operations.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;

/** Downloads the support bundle. */
final class BundleLink extends Anchor {

    private static final String NAME = "opslore-support.zip";

    /** Writes the file. */
    interface Bundle {
        void write(OutputStream to) throws IOException;
    }

    BundleLink(Bundle bundle) {
        setHref((DownloadHandler) event -> send(bundle, event));
        getElement().setAttribute("download", NAME);
        getElement().setAttribute("title", getTranslation("operations.bundle.hint"));
        addClassName("button-link");
        add(new Icon(VaadinIcon.DOWNLOAD_ALT), new Span(getTranslation("operations.bundle")));
    }

    private static void send(Bundle bundle, DownloadEvent event) throws IOException {
        event.setFileName(NAME);
        event.setContentType("application/zip");
        bundle.write(event.getOutputStream());
    }
}
