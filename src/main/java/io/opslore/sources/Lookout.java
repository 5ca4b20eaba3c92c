package io.opslore.sources;

/** Looks at what a source follows. */
interface Lookout {

    /**
     * As it is now; may take as long as a first copy takes.
     *
     * @throws io.opslore.connections.ConnectionFailed where it cannot be had
     * @throws io.opslore.library.NotFound where whoever set the source up may not look there
     */
    Snapshot take(Source source);
}
