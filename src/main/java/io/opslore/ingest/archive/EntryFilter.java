package io.opslore.ingest.archive;

import io.opslore.ingest.BatchItem.Reason;
import io.opslore.ingest.Rubbish;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Decides by kind and name which entries of one archive are taken. */
final class EntryFilter {

    private final Entries entries;
    private final Budget budget;
    private final Set<String> seen = new HashSet<>();

    EntryFilter(Entries entries, Budget budget) {
        this.entries = entries;
        this.budget = budget;
    }

    boolean goOn() {
        return entries.goOn();
    }

    /** Empty where the entry was reported as passed over, or needs no report. */
    Optional<String> admit(String name, Kind kind) throws EntryFault {
        budget.enter();
        return switch (kind) {
            case FOLDER -> Optional.empty();
            case LINK -> passOver(name, Reason.LINK);
            case SPECIAL -> passOver(name, Reason.SPECIAL_FILE);
            case FILE -> admitFile(name);
        };
    }

    /** Hands a file over; a fault of its own is reported, and the next one may come. */
    void take(String path, EntryStream bytes) throws IOException {
        try {
            entries.file(path, bytes);
        } catch (EntryFault fault) {
            entries.passedOver(path, fault.reason(), fault.detail());
            if (budget.isExhausted()) {
                throw fault;
            }
        }
    }

    void refuse(String path, Reason reason, String detail) {
        entries.passedOver(path, reason, detail);
    }

    private Optional<String> admitFile(String name) {
        Optional<String> path = EntryName.path(name);
        if (path.isEmpty()) {
            return passOver(name, Reason.UNSAFE_PATH);
        }
        Optional<String> rubbish = Rubbish.in(path.get());
        if (rubbish.isPresent()) {
            return seen.add(rubbish.get())
                    ? passOver(rubbish.get(), Reason.RUBBISH)
                    : Optional.empty();
        }
        if (Archives.isNamedLikeOne(path.get())) {
            return passOver(path.get(), Reason.NESTED_ARCHIVE);
        }
        // The first one stays: nobody could tell which of two was meant.
        return seen.add(path.get()) ? path : passOver(path.get() + " (2)", Reason.DUPLICATE);
    }

    private Optional<String> passOver(String name, Reason reason) {
        entries.passedOver(name, reason, "");
        return Optional.empty();
    }

    enum Kind {
        FILE,
        FOLDER,
        LINK,
        SPECIAL
    }
}
