package io.opslore.tools.kubernetes;

/**
 * Why something is not well, as far as it can be told.
 *
 * @param name as Kubernetes calls it: {@code OOMKilled}; {@code Healthy} where nothing is wrong
 * @param sentence for people
 * @param advice what to look at next
 * @param container the one at fault; empty where it is none
 * @param ended whether what it said before it ended tells more than what it says now
 */
record Cause(String name, String sentence, String advice, String container, boolean ended) {

    static final Cause HEALTHY =
            new Cause("Healthy", "All its containers run and are ready.", "", "", false);

    boolean isTrouble() {
        return !name.equals(HEALTHY.name);
    }

    static Cause of(String name, String sentence, String advice) {
        return new Cause(name, sentence, advice, "", false);
    }
}
