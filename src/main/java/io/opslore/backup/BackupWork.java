package io.opslore.backup;

import io.opslore.audit.Actor;
import io.opslore.audit.AuditRecord.Outcome;
import io.opslore.backup.file.Damaged;
import io.opslore.backup.file.Sealing;
import io.opslore.backup.place.Place;
import io.opslore.backup.restore.Rehearsal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Makes and verifies backups on behalf of whoever may, and puts on the record what became of it.
 */
@Component
class BackupWork {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'opslore-'uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final Making making;
    private final Rehearsal rehearsal;
    private final BackupPlaces places;
    private final BackupRows rows;
    private final Setup setup;
    private final Map<BackupTask, Progress.Step> underway = new ConcurrentHashMap<>();

    BackupWork(
            Making making, Rehearsal rehearsal, BackupPlaces places, BackupRows rows, Setup setup) {
        this.making = making;
        this.rehearsal = rehearsal;
        this.places = places;
        this.rows = rows;
        this.setup = setup;
    }

    /** What it works with. */
    @Component
    record Setup(BackupSettings settings, ApplicationEventPublisher events, Clock clock) {}

    /** How far this portal is with it; empty if it is not at it. */
    Optional<Progress.Step> underway(BackupTask task) {
        return Optional.ofNullable(underway.get(task));
    }

    Made make(BackupRequest request, Progress progress, Actor actor) {
        try (BackupPlaces.Located file = located(request.target())) {
            requireBackupOrNothing(file);
            String passwordFile = request.passwordFile();
            String password =
                    Passwords.in(
                            passwordFile == null ? setup.settings.passwordFile() : passwordFile);
            int incremental = request.incremental() ? setup.settings.incremental() : 0;
            Made made =
                    making.make(
                            new Order(file, incremental, password, request.key()),
                            noted(BackupTask.MAKE, progress));
            rows.made(file.place().describe(""), made, actor.name());
            setup.events.publishEvent(event("make", Outcome.DONE, made, actor));
            return made;
        } catch (IOException | SQLException | RuntimeException e) {
            BackupFailed failure = failed(e);
            setup.events.publishEvent(
                    new BackupEvent(
                            "make",
                            Outcome.FAILED,
                            "",
                            request.target() == null ? setup.settings.target() : request.target(),
                            Map.of("reason", String.valueOf(failure.getMessage())),
                            actor));
            throw failure;
        } finally {
            underway.remove(BackupTask.MAKE);
        }
    }

    Verdict verify(String target, @Nullable String passwordFile, Progress progress, Actor actor) {
        try (BackupPlaces.Located file = places.file(target)) {
            String password =
                    Passwords.in(
                            passwordFile == null ? setup.settings.passwordFile() : passwordFile);
            Verdict verdict = look(file, password, noted(BackupTask.VERIFY, progress));
            rows.verified(
                    file.place().describe(""), file.name(), setup.clock.instant(), verdict.fault());
            setup.events.publishEvent(
                    new BackupEvent(
                            "verify",
                            verdict.isGood() ? Outcome.DONE : Outcome.FAILED,
                            "",
                            verdict.where(),
                            Map.of("fault", verdict.fault(), "rows", verdict.rows()),
                            actor));
            return verdict;
        } catch (IOException | SQLException | RuntimeException e) {
            throw failed(e);
        } finally {
            underway.remove(BackupTask.VERIFY);
        }
    }

    private Progress noted(BackupTask task, Progress heard) {
        return step -> {
            underway.put(task, step);
            heard.at(step);
        };
    }

    /** In the target of the settings; what is kept, and what that builds on, stays. */
    List<String> prune(Actor actor) throws IOException {
        try (Place place = places.place(setup.settings.target())) {
            List<String> gone =
                    new Pruning(place, Passwords.in(setup.settings.passwordFile()))
                            .prune(
                                    setup.settings.keep(),
                                    setup.settings.keepFor(),
                                    setup.clock.instant());
            for (String name : gone) {
                rows.forget(place.describe(""), name);
                setup.events.publishEvent(
                        new BackupEvent(
                                "expire", Outcome.DONE, "", place.describe(name), Map.of(), actor));
            }
            return gone;
        }
    }

    private Verdict look(BackupPlaces.Located file, @Nullable String password, Progress progress)
            throws IOException, SQLException {
        try {
            Rehearsal.Passed passed = rehearsal.run(file, password, progress);
            return new Verdict(
                    file.describe(), "", passed.rows(), passed.originals(), passed.lacking());
        } catch (Damaged e) {
            return new Verdict(file.describe(), String.valueOf(e.getMessage()), 0, 0, 0);
        }
    }

    private BackupPlaces.Located located(@Nullable String target) throws IOException {
        String wanted = target == null ? setup.settings.target() : target;
        if (wanted.isEmpty()) {
            throw new BackupFailed("No target is set: opslore.backup.target");
        }
        if (target == null || BackupPlaces.isPlace(wanted)) {
            String name = NAME.format(setup.clock.instant()) + Place.ENDING;
            return new BackupPlaces.Located(places.place(wanted), name);
        }
        return places.file(wanted);
    }

    /** Somebody may have named another file of theirs by mistake. */
    private static void requireBackupOrNothing(BackupPlaces.Located file) throws IOException {
        try (InputStream bytes = file.place().open(file.name())) {
            byte[] front = bytes.readNBytes(8);
            boolean backup = Sealing.isSealed(front) || Arrays.equals(Arrays.copyOf(front, 4), ZIP);
            if (!backup) {
                throw new BackupFailed(file.describe() + " is there and no backup; it stays");
            }
        } catch (NoSuchFileException e) {
            // As it should be.
        }
    }

    private static BackupEvent event(String verb, Outcome outcome, Made made, Actor actor) {
        return new BackupEvent(
                verb,
                outcome,
                made.id().toString(),
                made.where(),
                Map.of(
                        "bytes", made.bytes(),
                        "rows", made.rows(),
                        "originals", made.originals(),
                        "encrypted", made.sealed(),
                        "withKey", made.key(),
                        "lacking", made.lacking()),
                actor);
    }

    static BackupFailed failed(Exception e) {
        if (e instanceof BackupFailed failed) {
            return failed;
        }
        return new BackupFailed(
                e.getMessage() == null ? e.toString() : String.valueOf(e.getMessage()), e);
    }
}
