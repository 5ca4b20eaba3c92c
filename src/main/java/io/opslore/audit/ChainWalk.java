package io.opslore.audit;

import io.opslore.audit.ChainFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Looks at the rows one after the other and remembers what is wrong. Not thread-safe. */
final class ChainWalk {

    private static final int TOLD = 100;

    /** For so many faulty rows it is looked where they came from. */
    private static final int TRACED = 20;

    private final Ends ends;
    private final List<ChainFault> faults = new ArrayList<>();
    private int faulty;
    private long rows;
    private long expected;
    private String previousHash;
    private @Nullable Link before;

    /** Whether what the row before says of itself holds, so that a break must lie between. */
    private boolean trusted = true;

    ChainWalk(Ends ends) {
        this.ends = ends;
        this.expected = ends.anchor() + 1;
        this.previousHash = ends.anchorHash();
    }

    void step(Link link) {
        rows++;
        if (link.sequence() > ends.head()) {
            tell(ChainFault.of(Kind.ADDED, link));
            return;
        }
        if (link.sequence() < expected) {
            tell(ChainFault.of(Kind.ADDED, link));
            return;
        }
        if (link.sequence() > expected) {
            tell(ChainFault.missing(expected, link.sequence() - 1));
            trusted = false;
        }
        look(link);
        before = link;
        expected = link.sequence() + 1;
        previousHash = link.hash();
    }

    private void look(Link link) {
        boolean unchanged = link.isUnchanged();
        if (!unchanged) {
            tell(changed(link));
        } else if (trusted && !link.previousHash().equals(previousHash)) {
            tell(replaced(before));
        }
        trusted = unchanged;
    }

    /** After the last row. */
    ChainReport end() {
        if (expected <= ends.head()) {
            tell(ChainFault.missing(expected, ends.head()));
        } else if (trusted && !previousHash.equals(ends.headHash())) {
            tell(replaced(before));
        }
        if (!ends.isCutByRetention()) {
            tell(ChainFault.cut(ends.anchor()));
        }
        return new ChainReport(rows, ends.head(), ends.headHash(), faults, faulty);
    }

    private ChainFault replaced(@Nullable Link link) {
        return link == null ? ChainFault.cut(ends.anchor()) : ChainFault.of(Kind.REPLACED, link);
    }

    private ChainFault changed(Link link) {
        if (faulty >= TRACED) {
            return ChainFault.of(Kind.CHANGED, link);
        }
        return LongStream.rangeClosed(1, ends.head())
                .filter(number -> number != link.sequence() && link.isOf(number))
                .mapToObj(number -> ChainFault.moved(Kind.MOVED, link, number))
                .findFirst()
                .orElseGet(() -> ChainFault.of(Kind.CHANGED, link));
    }

    private void tell(ChainFault fault) {
        faulty++;
        if (faults.size() < TOLD) {
            faults.add(fault);
        }
    }

    /**
     * What the chain says of its ends.
     *
     * @param isCutByRetention whether the newest record of retention names the anchor, or there
     *     never was one
     */
    record Ends(
            long anchor, String anchorHash, long head, String headHash, boolean isCutByRetention) {}
}
