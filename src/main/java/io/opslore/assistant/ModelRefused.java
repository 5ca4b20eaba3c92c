package io.opslore.assistant;

/** The asker wanted a model that is not there, or not for them. */
public class ModelRefused extends RuntimeException {

    private final String model;

    ModelRefused(String model) {
        super("Not there, or not for this person: " + model);
        this.model = model;
    }

    /** What they wanted. */
    public String model() {
        return model;
    }
}
