package io.opslore.assistant.gate;

/**
 * What can be right or wrong in a sentence, and looked up in a passage without understanding it.
 */
sealed interface Fact permits Quantity, Fact.Name, Fact.ProperName, Fact.Command {

    /** An identifier, host name, path, version, alert: has to stand in the passage as it is. */
    record Name(String text) implements Fact {}

    /** A word with a capital letter: may stand in the passage with another ending. */
    record ProperName(String text) implements Fact {}

    /** Code of more than one word: has to stand in one line of the passage. */
    record Command(String text) implements Fact {}
}
