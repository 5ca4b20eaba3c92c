package io.opslore.connections.git;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.blame.BlameGenerator;
import org.eclipse.jgit.blame.BlameResult;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;

/** Who wrote which line. */
final class Blaming {

    private static final long LARGEST = 1024 * 1024;

    private final Repository repository;

    Blaming(Repository repository) {
        this.repository = repository;
    }

    List<BlamedLine> lines(CommitId commit, String path, int first, int last, Sight sight)
            throws IOException {
        GitFile file = new Trees(repository).file(commit, path, LARGEST);
        if (file.isBinary() || file.isPointer()) {
            throw new ConnectionFailed(
                    Reason.UNSUPPORTED, "The file is no text.", "Look at its log instead.");
        }
        try (var generator = new BlameGenerator(repository, file.path())) {
            generator.setFollowFileRenames(true);
            generator.push(null, ObjectId.fromString(commit.value()));
            BlameResult result = BlameResult.create(generator);
            if (result == null) {
                return List.of();
            }
            while (result.computeNext() >= 0) {
                Stopped.check();
            }
            return told(result, first, last, sight.of(file).lines().toList());
        }
    }

    private static List<BlamedLine> told(
            BlameResult result, int first, int last, List<String> texts) {
        List<BlamedLine> lines = new ArrayList<>();
        int end = Math.min(last, result.getResultContents().size());
        for (int number = Math.max(1, first); number <= end; number++) {
            int at = number - 1;
            RevCommit commit = result.getSourceCommit(at);
            lines.add(
                    new BlamedLine(
                            number,
                            at < texts.size() ? texts.get(at) : "",
                            Names.id(commit),
                            commit.getAuthorIdent().getName(),
                            commit.getAuthorIdent().getWhenAsInstant(),
                            commit.getShortMessage(),
                            result.getSourcePath(at)));
        }
        return lines;
    }
}
