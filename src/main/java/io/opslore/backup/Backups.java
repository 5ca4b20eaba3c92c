package io.opslore.backup;

import io.opslore.backup.place.Place;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Backups for those who manage them. Thread-safe; one is made at a time. */
@Service
@NeedsPermission(Permission.BACKUP_MANAGE)
public class Backups {

    private final BackupWork work;
    private final BackupRows rows;
    private final BackupPlaces places;
    private final BackupSettings settings;

    Backups(BackupWork work, BackupRows rows, BackupPlaces places, BackupSettings settings) {
        this.work = work;
        this.rows = rows;
        this.places = places;
        this.settings = settings;
    }

    /**
     * Makes one while everybody works; what it would replace stays until it is whole.
     *
     * @throws BackupFailed with the reason
     */
    public Made make(BackupRequest request, Progress progress, Asker asker) {
        return work.make(request, progress, asker.actor());
    }

    /**
     * Reads a backup and all that it builds on to the last byte, and restores its rows beside.
     *
     * @param passwordFile null for that of the settings
     * @throws BackupFailed with the reason, if it could not be looked at
     */
    public Verdict verify(
            String target, @Nullable String passwordFile, Progress progress, Asker asker) {
        return work.verify(target, passwordFile, progress, asker.actor());
    }

    /** How far this portal is with it; empty if it is not at it. */
    public Optional<Progress.Step> underway(BackupTask task, Asker asker) {
        return work.underway(task);
    }

    /** Where backups go by themselves, for people; empty for nowhere. */
    public String target(Asker asker) {
        return settings.target();
    }

    /**
     * What lies in the target of the settings, the newest first; nothing if there is none.
     *
     * @throws BackupFailed with the reason
     */
    public List<Backup> list(Asker asker) {
        if (settings.target().isEmpty()) {
            return List.of();
        }
        try (Place place = places.place(settings.target())) {
            Map<String, Remembered> known = new HashMap<>();
            rows.in(place.describe("")).forEach(each -> known.put(each.name(), each));
            List<Backup> backups = new ArrayList<>();
            for (Place.Stored stored : place.list()) {
                backups.add(
                        new Backup(
                                stored.name(),
                                place.describe(stored.name()),
                                stored.bytes(),
                                stored.at(),
                                known.get(stored.name())));
            }
            backups.sort(Comparator.comparing(Backup::at).reversed());
            return backups;
        } catch (IOException | RuntimeException e) {
            throw BackupWork.failed(e);
        }
    }
}
