package io.opslore.models;

/**
 * What a server says while it fetches a model.
 *
 * @param status in the server's words
 * @param layer the part that it is about; empty where it is about the whole
 * @param total bytes of that part; 0 where that is not known
 * @param completed bytes of that part that are there
 */
public record PullStep(String status, String layer, long total, long completed) {}
