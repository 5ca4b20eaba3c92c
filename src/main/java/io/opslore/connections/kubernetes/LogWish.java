package io.opslore.connections.kubernetes;

/**
 * Which log to read.
 *
 * @param container empty where the pod has but one
 * @param previous of the container that ran before the last restart
 * @param tail the last so many lines
 * @param sinceSeconds no older than this; 0 for any age
 */
public record LogWish(
        String namespace,
        String pod,
        String container,
        boolean previous,
        int tail,
        long sinceSeconds) {}
