package io.opslore.connections.git;

import io.opslore.connections.git.FileDiff.Hunk;
import io.opslore.connections.git.GitRepository.DiffQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.Side;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * The lines that are otherwise in one commit than in another. Both sides are compared as they may
 * be seen, because what lines around would tell of a line is not in a hunk.
 */
final class LineDifferences {

    private static final int LARGEST_FILE = 1024 * 1024;

    private final Repository repository;

    LineDifferences(Repository repository) {
        this.repository = repository;
    }

    List<FileDiff> diff(DiffQuery query, Sight sight) throws IOException {
        List<DiffEntry> entries;
        try (var formatter = new DiffFormatter(OutputStream.nullOutputStream())) {
            entries = new Differences(repository).entries(formatter, query);
        }
        List<FileDiff> files = new ArrayList<>();
        try (ObjectReader reader = repository.newObjectReader()) {
            int end = (int) Math.min(entries.size(), (long) query.skipFiles() + query.mostFiles());
            for (int at = query.skipFiles(); at < end; at++) {
                Stopped.check();
                files.add(diff(entries.get(at), query, sight, reader));
            }
        }
        return files;
    }

    private static FileDiff diff(DiffEntry entry, DiffQuery query, Sight sight, ObjectReader reader)
            throws IOException {
        GitFile before = side(entry, Side.OLD, reader);
        GitFile after = side(entry, Side.NEW, reader);
        if (before.isBinary() || after.isBinary()) {
            return new FileDiff(Differences.told(entry), true, List.of(), false);
        }
        List<Hunk> hunks = hunks(lines(before, sight), lines(after, sight), query.context());
        List<Hunk> kept = new ArrayList<>();
        int room = query.mostCharacters();
        for (Hunk hunk : hunks) {
            if (room <= 0) {
                break;
            }
            kept.add(shortened(hunk, room));
            room -= hunk.text().length();
        }
        return new FileDiff(
                Differences.told(entry), false, kept, room < 0 || kept.size() < hunks.size());
    }

    /** What is too large to be looked at is told as no text. */
    private static GitFile side(DiffEntry entry, Side side, ObjectReader reader)
            throws IOException {
        String path = side == Side.OLD ? entry.getOldPath() : entry.getNewPath();
        if (entry.getMode(side) == FileMode.MISSING) {
            return new GitFile(path, "", new byte[0]);
        }
        ObjectLoader loader = reader.open(entry.getId(side).toObjectId());
        return new GitFile(
                path,
                entry.getId(side).name(),
                loader.getSize() > LARGEST_FILE ? new byte[] {0} : loader.getBytes());
    }

    private static RawText lines(GitFile file, Sight sight) {
        return new RawText(
                file.bytes().length == 0
                        ? new byte[0]
                        : sight.of(file).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Hunk> hunks(RawText before, RawText after, int context) throws IOException {
        EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, before, after);
        var written = new ByteArrayOutputStream();
        try (var formatter = new DiffFormatter(written)) {
            formatter.setContext(context);
            formatter.format(edits, before, after);
        }
        return split(written.toString(StandardCharsets.UTF_8));
    }

    /** Only headers begin as these do: every line of a hunk has its sign before it. */
    private static List<Hunk> split(String patch) {
        List<Hunk> hunks = new ArrayList<>();
        String header = "";
        var text = new StringBuilder();
        for (String line : patch.split("\n", -1)) {
            if (line.startsWith("@@ ")) {
                add(hunks, header, text);
                header = line;
                text.setLength(0);
            } else {
                text.append(line).append('\n');
            }
        }
        add(hunks, header, text);
        return hunks;
    }

    private static void add(List<Hunk> hunks, String header, StringBuilder text) {
        if (!header.isEmpty()) {
            hunks.add(new Hunk(header, text.toString().stripTrailing()));
        }
    }

    private static Hunk shortened(Hunk hunk, int room) {
        if (hunk.text().length() <= room) {
            return hunk;
        }
        int end = hunk.text().lastIndexOf('\n', room);
        return new Hunk(hunk.header(), hunk.text().substring(0, end > 0 ? end : room));
    }
}
