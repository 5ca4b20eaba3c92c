package io.opslore.ingest.extract;

import io.opslore.ingest.IngestState.Reason;

/** The file itself is the reason why no text came out of it; trying again would not help. */
public class ExtractionFailed extends Exception {

    private final Reason reason;
    private final String detail;

    public ExtractionFailed(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    /** What exactly, for instance the type that is not supported. */
    public String detail() {
        return detail;
    }
}
