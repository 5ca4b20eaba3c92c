package io.opslore.library;

import java.util.List;

/**
 * Holds the stores of one room against each other. Reads only, and may be run while the portal
 * works: what is on its way at that moment may be reported, and is gone when looked for again.
 * Implementations are thread-safe.
 */
public interface StoreCheck {

    /**
     * All that does not fit.
     *
     * @param everyByte whether to read the content of what is stored as well; takes as long as
     *     reading all of it
     */
    List<Difference> differences(boolean everyByte);
}
