package io.opslore.sources;

import io.opslore.library.Provenance;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Files as they are elsewhere at one moment; does not change under the reader. */
interface Snapshot extends AutoCloseable {

    /** Names the moment. */
    String commit();

    List<File> files();

    /** The bytes of a file that is not larger than is taken. */
    byte[] bytes(File file);

    /** Who changed these files last; none for what is not known. */
    Map<String, Provenance> changed(Collection<String> paths);

    /** Where files were at an earlier moment that are called otherwise now; by their new path. */
    Map<String, String> renamed(String since);

    @Override
    void close();

    /**
     * One file.
     *
     * @param blob names its bytes
     */
    record File(String path, String blob, long size) {

        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }
}
