package io.opslore.operations;

import io.opslore.identity.Asker;
import io.opslore.identity.Authority;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.library.Difference;
import io.opslore.library.StoreCheck;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Holds PostgreSQL, the original files and the index against each other, and repairs what can be
 * derived. May be run while people work. Thread-safe; one run at a time.
 */
@Service
public class Verification {

    /** What is on its way from one store to the next has arrived by then. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final List<StoreCheck> checks;
    private final Authority authority;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ReentrantLock running = new ReentrantLock();

    Verification(
            List<StoreCheck> checks,
            Authority authority,
            ApplicationEventPublisher events,
            Clock clock) {
        this.checks = List.copyOf(checks);
        this.authority = authority;
        this.events = events;
        this.clock = clock;
    }

    /**
     * For admins: all differences that were there twice, some seconds apart.
     *
     * @param everyByte whether to read the content of all originals and of the index as well
     * @param progress called with the share of the work that is done, 0 to 1
     * @throws AlreadyRunning if another run has not ended yet
     */
    @NeedsPermission(Permission.STORE_VERIFY)
    public VerificationReport verify(boolean everyByte, Consumer<Double> progress, Asker asker)
            throws InterruptedException {
        return alone(() -> {
            VerificationReport found = look(everyByte, progress);
            events.publishEvent(new StoreAction("verify", found, asker));
            return seen(found, asker);
        });
    }

    /** For the machinery: the same, for nobody to read the names of what differs. */
    VerificationReport byTheClock(boolean everyByte) throws InterruptedException {
        return alone(() -> look(everyByte, share -> {}));
    }

    /**
     * For admins: repairs those that can be, then looks again.
     *
     * @return what is still there
     * @throws AlreadyRunning if another run has not ended yet
     */
    @NeedsPermission(Permission.STORE_VERIFY)
    public VerificationReport repair(
            VerificationReport found, Consumer<Double> progress, Asker asker)
            throws InterruptedException {
        return alone(() -> {
            events.publishEvent(new StoreAction("repair", found, asker));
            for (Difference difference : found.differences()) {
                Runnable repair = difference.repair();
                if (repair != null) {
                    repair.run();
                }
            }
            return seen(look(found.everyByte(), progress), asker);
        });
    }

    /** Differences name documents, and whoever may repair them need not be who may read them. */
    private VerificationReport seen(VerificationReport report, Asker asker) {
        if (authority.of(asker).inEverySpace().contains(Permission.DOCUMENT_READ)) {
            return report;
        }
        return new VerificationReport(
                report.at(),
                report.everyByte(),
                report.differences().stream().map(Difference::withoutNames).toList());
    }

    private VerificationReport alone(Run run) throws InterruptedException {
        if (!running.tryLock()) {
            throw new AlreadyRunning();
        }
        try {
            return run.run();
        } finally {
            running.unlock();
        }
    }

    private VerificationReport look(boolean everyByte, Consumer<Double> progress)
            throws InterruptedException {
        List<Difference> lasting = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            progress.accept((double) i / checks.size());
            lasting.addAll(lasting(checks.get(i), everyByte));
        }
        progress.accept(1.0);
        return new VerificationReport(clock.instant(), everyByte, lasting);
    }

    private static List<Difference> lasting(StoreCheck check, boolean everyByte)
            throws InterruptedException {
        List<Difference> first = check.differences(everyByte);
        if (first.isEmpty()) {
            return first;
        }
        Thread.sleep(SETTLED);
        return check.differences(everyByte).stream()
                .filter(second -> first.stream().anyMatch(second::isSameAs))
                .toList();
    }

    /** Two runs would only slow each other down. */
    public static final class AlreadyRunning extends RuntimeException {

        AlreadyRunning() {
            super("The stores are being verified already");
        }
    }

    private interface Run {
        VerificationReport run() throws InterruptedException;
    }
}
