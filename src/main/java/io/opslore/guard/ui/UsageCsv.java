package io.opslore.guard.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.opslore.guard.Usage.PersonDay;
import io.opslore.guard.Used;
import io.opslore.kit.CsvCell;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What each person used on each day, as a table for a spreadsheet. */
final class UsageCsv implements DownloadHandler {

    private static final int AT_ONCE = 1000;

    /** Without it a spreadsheet takes Cyrillic for something else. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final UI ui;
    private final Page page;

    UsageCsv(UI ui, Page page) {
        this.ui = ui;
        this.page = page;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        event.setFileName("usage.csv");
        event.setContentType("text/csv;charset=utf-8");
        try (Writer out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
            write(out);
        }
    }

    private void write(Writer out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        out.write(CsvCell.line(head()));
        List<PersonDay> rows = page.of(0, AT_ONCE);
        for (int from = AT_ONCE; !rows.isEmpty(); from += AT_ONCE) {
            for (PersonDay row : rows) {
                out.write(CsvCell.line(cells(row)));
            }
            rows = page.of(from, AT_ONCE);
        }
    }

    private List<String> head() {
        return Stream.of(
                        "day",
                        "name",
                        "requests",
                        "refusals",
                        "prompt_tokens",
                        "answer_tokens",
                        "uploads",
                        "uploaded_bytes")
                .map(column -> ui.getTranslation("usage.column." + column))
                .toList();
    }

    private static List<String> cells(PersonDay row) {
        Used used = row.on().used();
        return List.of(
                row.on().day().toString(),
                row.name(),
                Long.toString(used.requests()),
                Long.toString(used.refusals()),
                Long.toString(used.promptTokens()),
                Long.toString(used.answerTokens()),
                Long.toString(used.uploads()),
                Long.toString(used.uploadedBytes()));
    }

    /** Reads a part of the rows. */
    @FunctionalInterface
    interface Page {

        List<PersonDay> of(int offset, int limit);
    }
}
