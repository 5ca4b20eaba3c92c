package io.opslore.models;

/** How each task is set up at this moment. Thread-safe. */
@FunctionalInterface
interface TaskSetups {

    TaskSetup of(ModelTask task);
}
