package io.opslore.operations.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.opslore.operations.ExportFormat;
import java.io.OutputStream;
import java.util.function.Consumer;

/** Downloads the lines that the filter shows, as they are written. */
final class AuditExport extends Anchor {

    /**
     * @param export writes the file
     */
    AuditExport(ExportFormat format, Consumer<OutputStream> export) {
        setHref((DownloadHandler) event -> send(format, export, event));
        getElement().setAttribute("download", name(format));
        addClassName("button-link");
        add(
                new Icon(VaadinIcon.DOWNLOAD_ALT),
                new Span(getTranslation("audit.export." + format.name())));
    }

    private static void send(
            ExportFormat format, Consumer<OutputStream> export, DownloadEvent event) {
        event.setFileName(name(format));
        event.setContentType(format.contentType());
        export.accept(event.getOutputStream());
    }

    private static String name(ExportFormat format) {
        return "audit." + format.extension();
    }
}
