package io.opslore.ingest.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Where a folder is loaded into. */
interface IngestTarget extends AutoCloseable {

    /** How it is reached, for people. */
    String description();

    /**
     * @param path under which the file is to be known
     * @throws Refused if this one file is not taken
     * @throws IOException if none will be
     */
    Sent send(String path, Path file) throws IOException, Refused;

    /** Where the space stands now. */
    Progress progress() throws IOException;

    @Override
    void close();

    /** What became of a file. */
    enum Sent {
        NEW,
        CHANGED,
        UNCHANGED
    }

    /**
     * @param pending documents of the space that are neither ready nor failed
     * @param failures of the whole space
     */
    record Progress(int pending, List<Failure> failures) {}

    /** A document that is not in, and why. */
    record Failure(String path, String reason) {

        /**
         * @param reason the name of an {@link io.opslore.ingest.IngestState.Reason}
         */
        static Failure of(String path, String reason, String detail) {
            String name = reason.toLowerCase(Locale.ROOT).replace('_', ' ');
            return new Failure(path, detail.isBlank() ? name : name + ": " + detail);
        }
    }

    /** One file was not taken; others may be. */
    final class Refused extends Exception {

        Refused(String reason) {
            super(reason);
        }
    }
}
