package io.opslore.operations;

/** How the audit log is taken along. */
public enum ExportFormat {
    /** For spreadsheets. */
    CSV("csv", "text/csv; charset=utf-8"),
    /** For machines, a JSON object a line; hashes can be proven from it. */
    JSON_LINES("jsonl", "application/jsonl");

    private final String extension;
    private final String contentType;

    ExportFormat(String extension, String contentType) {
        this.extension = extension;
        this.contentType = contentType;
    }

    /** Of the file's name, without the dot. */
    public String extension() {
        return extension;
    }

    public String contentType() {
        return contentType;
    }
}
