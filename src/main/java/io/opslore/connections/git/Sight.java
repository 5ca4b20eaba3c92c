package io.opslore.connections.git;

/**
 * What those who ask get to see of text files: lines that fit, differ or are blamed are taken from
 * that, and nothing can be learnt of the rest.
 */
@FunctionalInterface
public interface Sight {

    /** For the portal's own work: all of it. */
    Sight PLAIN = GitFile::text;

    /** Its text, with as many lines as it has. */
    String of(GitFile file);
}
