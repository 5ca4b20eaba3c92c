package io.opslore.operations;

/** There is nothing to upgrade: no portal has ever run on the data folder. */
public class NoDatabaseYet extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoDatabaseYet() {
        super("There is no database in the data folder yet");
    }
}
