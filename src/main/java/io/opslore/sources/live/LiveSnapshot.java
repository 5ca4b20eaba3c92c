package io.opslore.sources.live;

import io.opslore.library.Provenance;
import io.opslore.library.Sha256;
import io.opslore.sources.Snapshot;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Documents of one look into a live system. For one thread. */
final class LiveSnapshot implements Snapshot {

    private static final int SHORT = 40;
    private static final byte[] HEADING = "# ".getBytes(StandardCharsets.UTF_8);

    private final String kind;
    private final Instant at;
    private final Map<String, LiveDocument> documents;

    LiveSnapshot(String kind, Instant at, Map<String, LiveDocument> documents) {
        this.kind = kind;
        this.at = at;
        this.documents = new TreeMap<>(documents);
    }

    @Override
    public String version() {
        StringBuilder all = new StringBuilder();
        documents
                .values()
                .forEach(
                        one -> all.append(one.path()).append('\n').append(one.blob()).append('\n'));
        return Sha256.of(all.toString()).substring(0, SHORT);
    }

    @Override
    public List<File> files() {
        return documents.values().stream()
                .map(one -> new File(one.path(), one.blob(), one.size()))
                .toList();
    }

    @Override
    public byte[] bytes(File file) {
        return of(file.path()).text().get().getBytes(StandardCharsets.UTF_8);
    }

    /** All pages that are not written yet begin alike, and need not be written to be known. */
    @Override
    public byte[] head(File file, int most) {
        return file.size() == 0 ? HEADING.clone() : bytes(file);
    }

    @Override
    public Map<String, Provenance> changed(Collection<String> paths) {
        Map<String, Provenance> changed = new HashMap<>();
        for (String path : paths) {
            String version = of(path).version();
            if (!version.isEmpty()) {
                changed.put(path, new Provenance("", at, kind + ":" + version));
            }
        }
        return changed;
    }

    private LiveDocument of(String path) {
        LiveDocument found = documents.get(path);
        if (found == null) {
            throw new IllegalArgumentException("Not of this snapshot: " + path);
        }
        return found;
    }
}
