package io.opslore.tools.git;

import io.opslore.connections.git.FileChange;
import io.opslore.connections.git.FileDiff;
import io.opslore.connections.git.GitCommit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Commits and what they changed, as rows. */
final class Commits {

    private static final int PATHS = 100;
    private static final int MESSAGE = 4_000;

    private Commits() {}

    static Map<String, Object> brief(GitCommit commit) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("commit", commit.id().value());
        fields.put("author", commit.author());
        fields.put("time", commit.time().toString());
        fields.put("subject", Lines.cut(commit.subject()));
        if (commit.parents().size() > 1) {
            fields.put("merge", true);
        }
        return fields;
    }

    static Map<String, Object> whole(GitCommit commit, List<FileChange> changes) {
        Map<String, Object> fields = brief(commit);
        fields.put("email", commit.email());
        fields.put("message", cut(commit.message(), MESSAGE));
        fields.put("parents", commit.parents().stream().map(parent -> parent.value()).toList());
        fields.put("filesChanged", changes.size());
        fields.put("files", changes.stream().limit(PATHS).map(Commits::line).toList());
        return fields;
    }

    static Map<String, Object> patch(FileDiff diff) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("path", diff.change().path());
        if (diff.change().kind() == FileChange.Kind.RENAMED) {
            fields.put("oldPath", diff.change().oldPath());
        }
        fields.put("change", kind(diff.change()));
        if (diff.binary()) {
            fields.put("binary", true);
        } else {
            fields.put(
                    "patch",
                    diff.hunks().stream()
                            .map(hunk -> hunk.header() + "\n" + hunk.text())
                            .collect(Collectors.joining("\n")));
        }
        if (diff.cut()) {
            fields.put("cut", true);
        }
        return fields;
    }

    static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) + "…" : text;
    }

    private static String line(FileChange change) {
        String from = change.kind() == FileChange.Kind.RENAMED ? change.oldPath() + " → " : "";
        return kind(change) + " " + from + change.path();
    }

    private static String kind(FileChange change) {
        return change.kind().name().toLowerCase(Locale.ROOT);
    }
}
