package io.opslore.backup.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What holds backup files under names of their own. Implementations are thread-safe. */
public interface Place extends AutoCloseable {

    /** How every backup file ends. */
    String ENDING = ".opslore";

    /** What nothing has come to for so long was left by a process that was killed. */
    Duration ABANDONED = Duration.ofHours(6);

    /** Where a file is, for people; with an empty name, the place itself. */
    String describe(String name);

    /** All backup files that are whole, in no order. */
    List<Stored> list() throws IOException;

    /** Throws {@link java.nio.file.NoSuchFileException} if there is none. */
    InputStream open(String name) throws IOException;

    /**
     * Begins a file, in the stead of the one under this name once it is whole. Drops what {@link
     * #ABANDONED} ones have left.
     */
    Outgoing write(String name) throws IOException;

    /** Does nothing if there is none. */
    void delete(String name) throws IOException;

    @Override
    void close();

    /**
     * A file that is there.
     *
     * @param at when it was put there
     */
    record Stored(String name, long bytes, Instant at) {}

    /** A file that nobody sees yet. Closing it without {@link #commit} throws it away. */
    abstract class Outgoing extends OutputStream {

        /** Makes it durable and puts it in its place, all at once. Nothing is written after it. */
        public abstract void commit() throws IOException;
    }
}
