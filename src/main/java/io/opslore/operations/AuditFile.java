package io.opslore.operations;

import io.opslore.audit.AuditEntry;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** Writes lines of the audit log as they come. Closing it leaves the stream open. */
final class AuditFile implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a spreadsheet takes for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r\n";

    private final ExportFormat format;
    private final BufferedWriter out;
    private boolean begun;

    AuditFile(ExportFormat format, OutputStream out) {
        this.format = format;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    void write(AuditEntry entry) {
        Map<String, Object> fields = fields(entry);
        switch (format) {
            case CSV -> {
                if (!begun) {
                    line(String.join(",", fields.keySet()) + "\r");
                    begun = true;
                }
                line(
                        fields.values().stream()
                                        .map(AuditFile::cell)
                                        .collect(Collectors.joining(","))
                                + "\r");
            }
            case JSON_LINES -> {
                fields.put("details", new RawValue(entry.details()));
                line(JSON.writeValueAsString(fields));
            }
        }
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }

    private static Map<String, Object> fields(AuditEntry entry) {
        UUID actor = entry.actor().id();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sequence", entry.sequence());
        fields.put("at", entry.at().toString());
        fields.put("action", entry.action());
        fields.put("outcome", entry.outcome().name());
        fields.put("actorId", actor == null ? "" : actor.toString());
        fields.put("actor", entry.actor().name());
        fields.put("via", entry.actor().via());
        fields.put("subjectKind", entry.subject().kind());
        fields.put("subjectId", entry.subject().id());
        fields.put("subject", entry.subject().name());
        fields.put("details", entry.details());
        fields.put("previousHash", entry.previousHash());
        fields.put("hash", entry.hash());
        return fields;
    }

    private static String cell(Object value) {
        String text = value.toString();
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }

    private void line(String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
