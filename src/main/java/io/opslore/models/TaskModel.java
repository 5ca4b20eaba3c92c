package io.opslore.models;

/** What works on a task for somebody at this moment. */
public sealed interface TaskModel {

    ModelTask task();

    /**
     * A model that is there and that they may use.
     *
     * @param model as the server calls it
     * @param wanted the model that was wanted; another one than {@code model} where it had to be
     *     replaced
     */
    record Ready(
            ModelTask task, String model, String wanted, ModelOptions options, Thinking thinking)
            implements TaskModel {

        /** Whether the wanted model is not there, or not for this person, and another stands in. */
        public boolean standsIn() {
            return !ModelName.same(model, wanted);
        }
    }

    /** Models are there, but none that their roles may use. */
    record NotAllowed(ModelTask task) implements TaskModel {}

    /** No model is there for anybody. */
    record Absent(ModelTask task) implements TaskModel {}
}
