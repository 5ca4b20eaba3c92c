package io.opslore.backup;

/** Hears how far a backup, its verification or a restore is. */
public interface Progress {

    /** Nobody wants to know. */
    Progress NONE = (stage, done, total) -> {};

    /**
     * @param total how much there is to do in this stage; 0 where that is not known
     */
    void at(Stage stage, long done, long total);

    /** What is being done. */
    enum Stage {
        ROWS,
        ORIGINALS,
        CHECKING
    }
}
