package io.opslore.guard;

import io.opslore.guard.masking.Finding;
import io.opslore.guard.masking.OwnPatterns;
import io.opslore.guard.masking.OwnPatterns.Own;
import io.opslore.identity.KeyedHashes;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Own rules and allowed values as they are now. A change holds at once in the portal where it is
 * made, and within a second in all others on the database. Thread-safe.
 */
@Component
class MaskingInForce implements AddedRules {

    private static final long CHECK_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int ALL = 10_000;
    private static final String PURPOSE = "mask allow";

    private final MaskingRows rows;
    private final KeyedHashes hashes;

    private volatile @Nullable Known known;

    MaskingInForce(MaskingRows rows, KeyedHashes hashes) {
        this.rows = rows;
        this.hashes = hashes;
    }

    private record Known(long version, OwnPatterns patterns, Set<String> allowed, long checked) {

        Known checkedAt(long now) {
            return new Known(version, patterns, allowed, now);
        }
    }

    @Override
    public long version() {
        return now().version();
    }

    @Override
    public OwnPatterns patterns() {
        return now().patterns();
    }

    @Override
    public boolean allowed(Finding finding) {
        Set<String> allowed = now().allowed();
        return !allowed.isEmpty() && allowed.contains(hash(finding.secret()));
    }

    /** Under which a value is kept in the allow list. */
    String hash(String value) {
        return HexFormat.of().formatHex(hashes.of(PURPOSE, value));
    }

    @TransactionalEventListener
    void forget(MaskingChanged changed) {
        known = null;
    }

    private Known now() {
        Known seen = known;
        long now = System.nanoTime();
        if (seen != null && now - seen.checked() < CHECK_NANOS) {
            return seen;
        }
        long version = rows.version();
        Known read =
                seen != null && seen.version() == version
                        ? seen.checkedAt(now)
                        : read(version, now);
        known = read;
        return read;
    }

    private Known read(long version, long now) {
        List<Own> rules =
                rows.rules(0, ALL).stream()
                        .map(rule -> new Own(rule.name(), rule.kind(), rule.expression()))
                        .toList();
        return new Known(version, new OwnPatterns(rules), rows.hashes(), now);
    }
}
