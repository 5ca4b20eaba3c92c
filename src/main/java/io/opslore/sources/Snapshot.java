package io.opslore.sources;

import io.opslore.library.Provenance;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Files as they are elsewhere at one moment; does not change under the reader. */
public interface Snapshot extends AutoCloseable {

    /** Names the moment; the same where nothing has changed. */
    String version();

    /** In any order, no path twice. */
    List<File> files();

    /** The bytes of a file that is not larger than is taken. */
    byte[] bytes(File file);

    /**
     * The first of them.
     *
     * @param most as many are enough; there may be more
     */
    default byte[] head(File file, int most) {
        return bytes(file);
    }

    /** Who changed these files last; none for what is not known. */
    default Map<String, Provenance> changed(Collection<String> paths) {
        return Map.of();
    }

    /**
     * Where files were at an earlier moment that are called otherwise now, by their new path. Those
     * that kept their bytes are followed anyway.
     */
    default Map<String, String> renamed(String since) {
        return Map.of();
    }

    /**
     * What a file was like between an earlier moment and this one, oldest first; without what it is
     * like now.
     *
     * @param mostBytes larger ones are left out
     */
    default List<Earlier> earlier(File file, String since, long mostBytes) {
        return List.of();
    }

    @Override
    default void close() {}

    /**
     * A file as it was.
     *
     * @param provenance whose origin is of this state alone
     */
    record Earlier(Supplier<byte[]> bytes, Provenance provenance) {}

    /**
     * One file.
     *
     * @param path with slashes, from the top of what is followed
     * @param blob names its bytes: never the same for other ones
     */
    record File(String path, String blob, long size) {

        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }
}
