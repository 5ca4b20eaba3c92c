package io.opslore.backup;

/** Hears how far a backup, its verification or a restore is. */
public interface Progress {

    /** Nobody wants to know. */
    Progress NONE = step -> {};

    /** Called where the work is done: what takes long here makes the work longer. */
    void at(Step step);

    /**
     * How far it is.
     *
     * @param total how much there is to do in this stage; 0 where that is not known
     * @param bytes what was written or read so far, in all stages
     */
    record Step(Stage stage, long done, long total, long bytes) {}

    /** What is being done. */
    enum Stage {
        ROWS,
        ORIGINALS,
        CHECKING
    }
}
