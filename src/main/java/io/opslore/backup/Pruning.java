package io.opslore.backup;

import io.opslore.backup.file.About;
import io.opslore.backup.file.BackupReader;
import io.opslore.backup.file.Sealing;
import io.opslore.backup.place.Place;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Deletes backups that have had their time, and never one that a kept one builds on. */
final class Pruning {

    private final Place place;
    private final @Nullable String password;

    Pruning(Place place, @Nullable String password) {
        this.place = place;
        this.password = password;
    }

    /**
     * @param keep how many of the newest stay; 0 for all
     * @param keepFor no younger one goes
     * @return the names of those that went
     * @throws IOException also if one that stays cannot be read: nobody knows what it builds on, so
     *     all stay
     */
    List<String> prune(int keep, Duration keepFor, Instant now) throws IOException {
        List<Place.Stored> all =
                place.list().stream()
                        .sorted(Comparator.comparing(Place.Stored::at).reversed())
                        .toList();
        if (keep == 0 || all.size() <= keep) {
            return List.of();
        }
        Set<String> kept = new HashSet<>();
        for (Place.Stored each : all) {
            if (kept.size() < keep || each.at().isAfter(now.minus(keepFor))) {
                kept.add(each.name());
            }
        }
        Set<String> needed = new HashSet<>(kept);
        for (String name : kept) {
            needed.addAll(needs(name));
        }
        List<String> gone =
                all.stream()
                        .map(Place.Stored::name)
                        .filter(name -> !needed.contains(name))
                        .toList();
        for (String name : gone.reversed()) {
            place.delete(name);
        }
        return gone;
    }

    private Set<String> needs(String name) throws IOException {
        InputStream bytes = place.open(name);
        try (bytes;
                var reader = new BackupReader(Sealing.open(bytes, password))) {
            return reader.about().needs().stream()
                    .map(About.Link::name)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new IOException(
                    "None is deleted, since %s cannot be read: %s"
                            .formatted(place.describe(name), e.getMessage()),
                    e);
        }
    }
}
