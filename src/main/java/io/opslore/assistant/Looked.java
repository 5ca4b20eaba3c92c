package io.opslore.assistant;

/**
 * What is known once live systems were looked into, where the question wanted that.
 *
 * @param searched with what was seen there before what documents say
 * @param spent on finding out what to look up
 */
record Looked(Searched searched, Spent spent) {

    static Looked nowhere(Searched searched) {
        return new Looked(searched, Spent.NOTHING);
    }
}
