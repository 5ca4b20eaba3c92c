package io.opslore.backup;

import io.opslore.upgrades.UpgradeFinding;
import io.opslore.upgrades.UpgradeLook;
import io.opslore.upgrades.UpgradePart;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Whether there is a way back: there is none from a migration but a backup. */
class BackupOutlook implements UpgradePart {

    private static final String ABOUT = "backup";
    private static final Duration FRESH = Duration.ofDays(1);
    private static final String ADVICE =
            "Make one right before the upgrade: ./opslore backup <file>, with the version that runs now.";

    @Override
    public List<UpgradeFinding> findings(UpgradeLook look) {
        return List.of(
                newest(look)
                        .map(BackupOutlook::judged)
                        .orElseGet(() ->
                                UpgradeFinding.warning(ABOUT, "No backup is on record.", ADVICE)));
    }

    private static Optional<Instant> newest(UpgradeLook look) {
        return look.hasTable("backup_made")
                ? look.database()
                        .sql(
                                "select made_at from backup_made where fault = '' order by made_at desc limit 1")
                        .query(OffsetDateTime.class)
                        .optional()
                        .map(OffsetDateTime::toInstant)
                : Optional.empty();
    }

    private static UpgradeFinding judged(Instant made) {
        Duration age = Duration.between(made, Instant.now());
        String text = "The newest backup is %d hours old.".formatted(age.toHours());
        return age.compareTo(FRESH) < 0
                ? UpgradeFinding.fine(ABOUT, text)
                : UpgradeFinding.warning(ABOUT, text, ADVICE);
    }
}
