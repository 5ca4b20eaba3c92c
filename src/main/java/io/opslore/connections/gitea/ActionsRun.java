package io.opslore.connections.gitea;

/**
 * A run of a workflow, or of a job of it where the server tells no more.
 *
 * @param id to ask for its log; 0 where the server does not tell logs
 * @param number as people know it
 * @param job its name, where this is a job's row
 * @param status such as success, failure, running
 */
public record ActionsRun(
        long id,
        long number,
        String title,
        String workflow,
        String event,
        String branch,
        String commit,
        String job,
        String status,
        String started,
        String ended) {}
