package io.opslore.ingest.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.opslore.ingest.BatchItem;
import io.opslore.kit.CsvCell;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** A batch's report as a table for a spreadsheet, in the reader's language. */
final class BatchCsv implements DownloadHandler {

    private static final int AT_ONCE = 1000;

    /** Without it a spreadsheet takes Cyrillic for something else. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final UI ui;
    private final String fileName;
    private final Page page;
    private final Function<BatchItem, String> twin;

    BatchCsv(UI ui, String fileName, Page page, Function<BatchItem, String> twin) {
        this.ui = ui;
        this.fileName = fileName;
        this.page = page;
        this.twin = twin;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        event.setFileName(fileName);
        event.setContentType("text/csv;charset=utf-8");
        try (Writer out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
            write(out);
        }
    }

    private void write(Writer out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        out.write(CsvCell.line(inLanguage(BatchCsv::head)));
        List<BatchItem> items = page.of(0, AT_ONCE);
        for (int from = AT_ONCE; !items.isEmpty(); from += AT_ONCE) {
            for (BatchItem item : items) {
                out.write(CsvCell.line(inLanguage(() -> cells(item))));
            }
            items = page.of(from, AT_ONCE);
        }
    }

    private static List<String> head() {
        UI ui = UI.getCurrent();
        return List.of(
                ui.getTranslation("batch.column.path"),
                ui.getTranslation("batch.column.outcome"),
                ui.getTranslation("batch.column.reason"),
                ui.getTranslation("batch.column.detail"),
                ui.getTranslation("batch.column.twin"));
    }

    private List<String> cells(BatchItem item) {
        return List.of(
                item.path(),
                BatchText.outcome(item.outcome()),
                ItemText.reason(item),
                ItemText.detail(item),
                twin.apply(item));
    }

    /** A download comes outside of the page that it was asked for on. */
    private List<String> inLanguage(java.util.function.Supplier<List<String>> words) {
        UI before = UI.getCurrent();
        UI.setCurrent(ui);
        try {
            return words.get();
        } finally {
            UI.setCurrent(before);
        }
    }

    /** Reads a part of the report. */
    @FunctionalInterface
    interface Page {

        List<BatchItem> of(int offset, int limit);
    }
}
