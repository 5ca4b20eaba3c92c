package io.opslore.backup;

import io.opslore.backup.file.About;
import io.opslore.backup.file.BackupReader;
import io.opslore.backup.file.BlobLine;
import io.opslore.backup.file.Damaged;
import io.opslore.backup.file.Sealing;
import io.opslore.backup.file.Unreadable;
import io.opslore.backup.place.Place;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds what a new backup can build on. */
final class Bases {

    private static final Logger log = LoggerFactory.getLogger(Bases.class);

    private Bases() {}

    /**
     * An earlier backup.
     *
     * @param originals which file of the place holds which of them
     * @param ids of these files
     */
    record Base(String name, Map<String, String> originals, Map<String, About.Link> ids) {

        static final Base NONE = new Base("", Map.of(), Map.of());

        boolean isNone() {
            return name.isEmpty();
        }
    }

    /**
     * The newest backup of the place, unless it is at the end of so long a row, or cannot be read,
     * or what it builds on is gone.
     */
    static Base newest(Place place, int longest, String except, @Nullable String password)
            throws IOException {
        List<Place.Stored> stored = place.list();
        Optional<Place.Stored> newest =
                stored.stream()
                        .filter(it -> !it.name().equals(except))
                        .max(Comparator.comparing(Place.Stored::at));
        if (longest == 0 || newest.isEmpty()) {
            return Base.NONE;
        }
        Set<String> there = stored.stream().map(Place.Stored::name).collect(Collectors.toSet());
        try {
            return read(place, newest.get().name(), password)
                    .filter(base -> base.ids().size() <= longest)
                    .filter(base -> there.containsAll(base.ids().keySet()))
                    .filter(base -> !base.ids().containsKey(except))
                    .orElse(Base.NONE);
        } catch (Damaged | Unreadable | NoSuchFileException e) {
            log.warn(
                    "The new backup stands alone: {} cannot be built on: {}",
                    newest.get().name(),
                    e.getMessage());
            return Base.NONE;
        }
    }

    private static Optional<Base> read(Place place, String name, @Nullable String password)
            throws IOException {
        try (var reader = new BackupReader(Sealing.open(place.open(name), password))) {
            About about = reader.about();
            Map<String, About.Link> ids = new HashMap<>();
            about.needs().forEach(link -> ids.put(link.name(), link));
            ids.put(name, new About.Link(name, about.id()));
            Map<String, String> originals = new HashMap<>();
            for (BlobLine line : reader.blobs()) {
                originals.put(line.sha256(), line.isHere() ? name : line.file());
            }
            return Optional.of(new Base(name, originals, ids));
        }
    }

    /** The files that the lines name. */
    static List<About.Link> needed(Base base, List<BlobLine> lines) {
        Set<String> files =
                lines.stream()
                        .filter(line -> !line.isHere())
                        .map(BlobLine::file)
                        .collect(Collectors.toCollection(java.util.TreeSet::new));
        List<About.Link> links = new ArrayList<>();
        files.forEach(file -> links.add(base.ids().get(file)));
        return links;
    }
}
