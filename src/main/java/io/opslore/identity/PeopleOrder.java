package io.opslore.identity;

/** How a list of people is sorted. */
public record PeopleOrder(Column by, boolean descending) {

    /** By what they are called. */
    public static final PeopleOrder BY_NAME = new PeopleOrder(Column.NAME, false);

    /** What a list of people can be sorted by. */
    public enum Column {
        /** The display name, or the username where there is none. */
        NAME,
        USERNAME,
        GROUPS,
        STATE,
        LAST_SIGN_IN
    }
}
