package io.opslore.retrieval;

/**
 * The search engine, or the server that embeds for it, cannot be asked at this moment. It passes:
 * what is to be indexed waits, and who searches is told so. Has no stack trace, since there is one
 * for every question while it lasts.
 */
public final class IndexAway extends RuntimeException {

    /**
     * @param reason for the person who runs the portal
     */
    public IndexAway(String reason) {
        super(reason, null, false, false);
    }
}
