package io.opslore.replicas;

/**
 * Something that all portals on one database must have in common. Every room that keeps anything
 * outside the database says so by a bean of this type.
 */
public interface SharedPart {

    /** What it is, for people: "original files". */
    String name();

    /** Whether two portals can have it in common at all, as it is set. */
    boolean canBeShared();

    /** The same for portals that have it in common; tells nothing that is secret. */
    String mark();

    /** What to set for it to be shared. */
    String advice();
}
