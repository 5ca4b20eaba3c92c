package io.opslore.connections.logfiles;

import io.opslore.connections.CleanLines;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The log files of one folder. They are only read, by their ends and only so much; no name and no
 * link leads out of the folder. Thread-safe.
 */
public final class LogFolder {

    private static final int DEEPEST = 8;
    private static final int MOST_ENTRIES = 20_000;
    private static final int MOST_FILES = 500;

    private final Path root;
    private final List<PathMatcher> wanted;
    private final Masking masking;
    private final MaskScope scope;

    LogFolder(Path root, List<PathMatcher> wanted, Masking masking, MaskScope scope) {
        this.root = root;
        this.wanted = List.copyOf(wanted);
        this.masking = masking;
        this.scope = scope;
    }

    /** The last written first; up to 500. */
    public List<LogFile> files() {
        try (Stream<Path> all = Files.walk(root, DEEPEST)) {
            return all.limit(MOST_ENTRIES)
                    .filter(file -> isWanted(root.relativize(file)))
                    .filter(this::isInside)
                    .map(this::file)
                    .sorted(Comparator.comparing(LogFile::modified).reversed())
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    /**
     * The last lines of a file.
     *
     * @param name as {@link #files} tells it
     */
    public FileLines tail(String name, LineWish wish) {
        LogFile file =
                files().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new ConnectionFailed(
                                        Reason.NOT_FOUND,
                                        "There is no such log file.",
                                        "List files with logs_sources_list."));
        return read(List.of(file), wish);
    }

    /** The last lines that fit, over all files, from the one last written on back. */
    public FileLines search(LineWish wish) {
        return read(
                files().stream()
                        .filter(file ->
                                wish.start() == null || !file.modified().isBefore(wish.start()))
                        .toList(),
                wish);
    }

    private FileLines read(List<LogFile> files, LineWish wish) {
        LineBudget budget = new LineBudget();
        List<FileLine> lines = new ArrayList<>();
        boolean isMore = false;
        for (LogFile file : files) {
            LineWish rest =
                    new LineWish(
                            wish.contains(), wish.start(), wish.end(), wish.limit() - lines.size());
            if (rest.limit() <= 0 || budget.isSpent()) {
                isMore = true;
                break;
            }
            try {
                FileLines some =
                        new LogTail(file.name(), real(file), file.packed()).read(rest, budget);
                isMore |= some.more();
                lines.addAll(0, clean(some.lines()));
            } catch (IOException e) {
                throw unreadable(e);
            }
        }
        return new FileLines(lines, isMore);
    }

    private List<FileLine> clean(List<FileLine> lines) {
        List<String> texts =
                CleanLines.of(lines.stream().map(FileLine::text).toList(), masking, scope);
        List<FileLine> clean = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            clean.add(new FileLine(lines.get(at).file(), lines.get(at).at(), texts.get(at)));
        }
        return clean;
    }

    private boolean isWanted(Path name) {
        return wanted.stream().anyMatch(glob -> glob.matches(name));
    }

    /** A link to another file of the folder is one; a link out of it is none. */
    private boolean isInside(Path file) {
        try {
            return file.toRealPath().startsWith(root) && Files.isRegularFile(file);
        } catch (IOException dangling) {
            return false;
        }
    }

    private Path real(LogFile file) throws IOException {
        Path real = root.resolve(file.name()).toRealPath();
        if (!real.startsWith(root)) {
            throw new IOException("It leads out now");
        }
        return real;
    }

    private LogFile file(Path file) {
        try {
            String name = root.relativize(file).toString();
            return new LogFile(
                    name,
                    Files.size(file),
                    Files.getLastModifiedTime(file).toInstant(),
                    name.endsWith(".gz"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConnectionFailed unreadable(Exception cause) {
        return new ConnectionFailed(
                Reason.DOWN,
                "The log files cannot be read.",
                "Ask whoever runs the portal whether it may read that folder.",
                cause);
    }
}
