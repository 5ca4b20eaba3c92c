package io.opslore.ingest.archive;

import io.opslore.ingest.BatchItem.Reason;
import java.io.IOException;

/** The archive is the reason why an entry cannot be read; the place that stores it is not. */
final class EntryFault extends IOException {

    private final Reason reason;

    EntryFault(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    static EntryFault broken(Exception cause) {
        EntryFault fault = new EntryFault(Reason.BROKEN, detail(cause));
        fault.initCause(cause);
        return fault;
    }

    Reason reason() {
        return reason;
    }

    String detail() {
        return detail(this);
    }

    private static String detail(Exception cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
