package io.opslore.connections.git;

import io.opslore.connections.git.FileDiff.Hunk;
import io.opslore.connections.git.GitRepository.DiffQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.Side;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.patch.FileHeader.PatchType;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** What is otherwise in one commit than in another. */
final class Differences {

    private static final int RENAMES = 1_000;
    private static final int LARGEST_FILE = 2 * 1024 * 1024;

    private final Repository repository;

    Differences(Repository repository) {
        this.repository = repository;
    }

    List<FileChange> changes(CommitId from, CommitId to, String path) throws IOException {
        return changes(new DiffQuery(Optional.of(from), to, path, 0, 0, 0));
    }

    List<FileChange> changes(CommitId commit) throws IOException {
        return changes(new DiffQuery(Optional.empty(), commit, "", 0, 0, 0));
    }

    List<FileDiff> diff(DiffQuery query) throws IOException {
        var written = new Bounded(query.mostCharacters() * 4);
        List<FileDiff> files = new ArrayList<>();
        try (DiffFormatter formatter = new DiffFormatter(written)) {
            formatter.setContext(query.context());
            for (DiffEntry entry : entries(formatter, query)) {
                Stopped.check();
                if (files.size() == query.mostFiles()) {
                    break;
                }
                files.add(diff(formatter, written, entry, query.mostCharacters()));
            }
        }
        return files;
    }

    private List<FileChange> changes(DiffQuery query) throws IOException {
        try (DiffFormatter formatter = new DiffFormatter(new Bounded(0))) {
            return entries(formatter, query).stream().map(Differences::told).toList();
        }
    }

    private List<DiffEntry> entries(DiffFormatter formatter, DiffQuery query) throws IOException {
        formatter.setRepository(repository);
        formatter.setDetectRenames(true);
        formatter.getRenameDetector().setRenameLimit(RENAMES);
        formatter.setBinaryFileThreshold(LARGEST_FILE);
        String path = Paths.clean(query.path());
        if (!path.isEmpty()) {
            formatter.setPathFilter(PathFilter.create(path));
        }
        try (ObjectReader reader = repository.newObjectReader()) {
            return formatter.scan(before(query, reader), tree(query.to(), reader)).stream()
                    .filter(Differences::isFile)
                    .toList();
        }
    }

    private AbstractTreeIterator before(DiffQuery query, ObjectReader reader) throws IOException {
        if (query.from().isPresent()) {
            return tree(query.from().get(), reader);
        }
        try (var walk = new RevWalk(repository)) {
            var commit = Names.commit(walk, query.to());
            return commit.getParentCount() == 0
                    ? new EmptyTreeIterator()
                    : tree(Names.id(commit.getParent(0)), reader);
        }
    }

    private AbstractTreeIterator tree(CommitId commit, ObjectReader reader) throws IOException {
        return new CanonicalTreeParser(null, reader, new Trees(repository).root(commit));
    }

    private static FileDiff diff(
            DiffFormatter formatter, Bounded written, DiffEntry entry, int most)
            throws IOException {
        FileHeader header = formatter.toFileHeader(entry);
        boolean binary = header.getPatchType() != PatchType.UNIFIED;
        written.reset();
        formatter.format(entry);
        formatter.flush();
        List<Hunk> hunks = hunks(written.toString(StandardCharsets.UTF_8));
        List<Hunk> kept = new ArrayList<>();
        int room = most;
        for (Hunk hunk : hunks) {
            room -= hunk.text().length();
            if (room < 0 && !kept.isEmpty()) {
                break;
            }
            kept.add(hunk);
        }
        boolean cut = written.isFull() || kept.size() < hunks.size();
        return new FileDiff(told(entry), binary, binary ? List.of() : kept, cut);
    }

    /** Only lines of hunks can begin as these do, after the first header. */
    private static List<Hunk> hunks(String patch) {
        List<Hunk> hunks = new ArrayList<>();
        String header = "";
        var text = new StringBuilder();
        for (String line : patch.split("\n", -1)) {
            if (line.startsWith("@@ ")) {
                add(hunks, header, text);
                header = line;
                text = new StringBuilder();
            } else if (!header.isEmpty()) {
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

    private static FileChange told(DiffEntry entry) {
        FileChange.Kind kind =
                switch (entry.getChangeType()) {
                    case ADD, COPY -> FileChange.Kind.ADDED;
                    case MODIFY -> FileChange.Kind.MODIFIED;
                    case DELETE -> FileChange.Kind.DELETED;
                    case RENAME -> FileChange.Kind.RENAMED;
                };
        boolean gone = kind == FileChange.Kind.DELETED;
        return new FileChange(
                kind,
                kind == FileChange.Kind.ADDED ? "" : entry.getOldPath(),
                gone ? "" : entry.getNewPath(),
                entry.getId(gone ? Side.OLD : Side.NEW).name());
    }

    private static boolean isFile(DiffEntry entry) {
        FileMode mode =
                entry.getChangeType() == DiffEntry.ChangeType.DELETE
                        ? entry.getOldMode()
                        : entry.getNewMode();
        return Trees.kind(mode) == TreeEntry.Kind.FILE;
    }

    /** Keeps as much as there is room for. */
    private static final class Bounded extends ByteArrayOutputStream {

        private final int most;

        Bounded(int most) {
            this.most = most;
        }

        boolean isFull() {
            return size() >= most;
        }

        @Override
        public synchronized void write(int one) {
            if (!isFull()) {
                super.write(one);
            }
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, Math.min(length, Math.max(0, most - size())));
        }
    }
}
