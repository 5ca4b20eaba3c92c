package io.opslore.sources;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.library.Provenance;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** One listing of files of which nothing but their present state is known. */
abstract class ListedSnapshot implements Snapshot {

    private final String kind;
    private final List<File> files;
    private final Map<String, Instant> modified;
    private final String version;
    private final int most;

    /**
     * @param kind of the source, for the files' origin
     * @param most bytes of a file that is taken
     */
    ListedSnapshot(String kind, List<Listed> listed, int most) {
        this.kind = kind;
        files = listed.stream().map(Listed::file).toList();
        modified =
                listed.stream()
                        .collect(Collectors.toMap(one -> one.file().path(), Listed::modified));
        version = SnapshotVersion.of(files);
        this.most = most;
    }

    /** A file, and when it was last written to. */
    record Listed(File file, Instant modified) {}

    @Override
    public abstract byte[] head(File file, int most);

    @Override
    public final String version() {
        return version;
    }

    @Override
    public final List<File> files() {
        return files;
    }

    /** It may have grown since it was listed, and half a file is none. */
    @Override
    public final byte[] bytes(File file) {
        byte[] bytes = head(file, most + 1);
        if (bytes.length > most) {
            throw new ConnectionFailed(
                    Reason.TOO_WIDE,
                    "A file has grown too large while it was looked at.",
                    "It is passed over at the next look.");
        }
        return bytes;
    }

    @Override
    public final Map<String, Provenance> changed(Collection<String> paths) {
        return paths.stream()
                .collect(Collectors.toMap(path -> path, this::provenance, (one, same) -> one));
    }

    private Provenance provenance(String path) {
        return new Provenance("", Objects.requireNonNull(modified.get(path)), kind + ":" + version);
    }
}
