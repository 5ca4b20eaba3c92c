package io.opslore.kit;

/** How many things wait behind an entry of the menu for the person who looks. */
public interface MenuCount {

    /** The view's address, without a slash in front. */
    String path();

    /** None where it is 0. */
    int count();
}
