package io.opslore.library.ui;

import io.opslore.kit.DiffLayout;
import io.opslore.library.Revision;

/** Which two revisions are compared, and how they are laid out. */
record Comparison(Revision from, Revision to, DiffLayout layout) {

    String address() {
        return DocumentNavigation.compareAddress(to.document(), from.id(), to.id(), layout);
    }

    Comparison from(Revision other) {
        return new Comparison(other, to, layout);
    }

    Comparison to(Revision other) {
        return new Comparison(from, other, layout);
    }

    Comparison in(DiffLayout other) {
        return new Comparison(from, to, other);
    }

    Comparison swapped() {
        return new Comparison(to, from, layout);
    }

    /** Whether both have the same bytes. */
    boolean isSame() {
        return from.sha256().equals(to.sha256());
    }
}
