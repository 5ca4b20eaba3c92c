package io.opslore.sources;

/** What was entered for a source cannot be meant. */
public final class SourceUnfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    SourceUnfit(Fault fault) {
        super("A source cannot be like that: " + fault);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /** What is wrong. */
    public enum Fault {
        NAME,
        /** There is one of that id. */
        TAKEN,
        CONNECTION,
        /** Such a source cannot become one of another kind. */
        KIND,
        /** Something that its kind needs is missing, or is none of that kind's. */
        OPTION,
        /** A server of many needs the name of one; another has only one. */
        REPOSITORY,
        /** It cannot move to another space. */
        SPACE,
        FOLDER,
        REF,
        PATTERN,
        KINDS,
        MINUTES
    }
}
