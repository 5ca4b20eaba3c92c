package io.opslore.connections.gitea;

import java.util.List;

/** An issue as it stands. */
public record Issue(
        int number,
        String title,
        String text,
        String author,
        String state,
        List<String> labels,
        int comments,
        String updated) {

    public Issue {
        labels = List.copyOf(labels);
    }
}
