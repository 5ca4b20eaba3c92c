package io.opslore.connections.git;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.git.GitRepository.CodeQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Looks through all text files of a commit. */
final class CodeSearch {

    private static final long LARGEST = 1024 * 1024;
    private static final int LONGEST_LINE = 20_000;

    private final Repository repository;
    private final Sight sight;

    CodeSearch(Repository repository, Sight sight) {
        this.repository = repository;
        this.sight = sight;
    }

    CodeHits hits(CommitId commit, CodeQuery query) throws IOException {
        Pattern pattern = compiled(query);
        Glob glob = Glob.of(query.glob().isEmpty() ? "**" : query.glob());
        long end = System.nanoTime() + query.atMost().toNanos();
        List<CodeHit> hits = new ArrayList<>();
        int files = 0;
        try (TreeWalk walk = new Trees(repository).walk(commit, "")) {
            walk.setRecursive(true);
            while (walk.next()) {
                Stopped.check();
                if (hits.size() >= query.most() || System.nanoTime() > end) {
                    return new CodeHits(hits, files, false);
                }
                String path = walk.getPathString();
                if (Trees.kind(walk.getFileMode()) == TreeEntry.Kind.FILE && glob.fits(path)) {
                    files++;
                    look(walk, path, pattern, query.most(), hits);
                }
            }
        }
        return new CodeHits(hits, files, true);
    }

    private void look(TreeWalk walk, String path, Pattern pattern, int most, List<CodeHit> hits)
            throws IOException {
        ObjectLoader loader = walk.getObjectReader().open(walk.getObjectId(0));
        if (loader.getSize() > LARGEST) {
            return;
        }
        var file = new GitFile(path, walk.getObjectId(0).name(), loader.getBytes());
        if (file.isBinary() || file.isPointer()) {
            return;
        }
        if (file.text().lines().anyMatch(line -> fits(line, pattern))) {
            // Nobody learns what is hidden by asking for it.
            int number = 0;
            for (String line : (Iterable<String>) sight.of(file).lines()::iterator) {
                number++;
                if (hits.size() < most && fits(line, pattern)) {
                    hits.add(new CodeHit(path, number, line));
                }
            }
        }
    }

    private static boolean fits(String line, Pattern pattern) {
        return line.length() <= LONGEST_LINE && pattern.matcher(line).find();
    }

    private static Pattern compiled(CodeQuery query) {
        try {
            return Pattern.compile(
                    query.pattern(), query.ignoreCase() ? Pattern.CASE_INSENSITIVE : 0);
        } catch (PatternSyntaxException e) {
            throw new ConnectionFailed(
                    Reason.UNFIT,
                    "That is no pattern that can be searched for.",
                    "Escape special characters with a backslash; look-around and"
                            + " back-references are not known.");
        }
    }
}
