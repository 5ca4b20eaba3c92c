package io.opslore.library;

/** There is a space of that name already. */
public class SpaceNameTaken extends RuntimeException {

    public SpaceNameTaken(String name) {
        super("There is a space named " + name);
    }
}
