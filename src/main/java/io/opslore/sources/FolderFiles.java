package io.opslore.sources;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.folder.Folder;
import io.opslore.connections.folder.FolderFile;
import io.opslore.connections.folder.Folders;
import io.opslore.ingest.FollowedFiles;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Files of folders on the portal's machine, as they are found. Thread-safe. */
@Component
class FolderFiles implements SourceKind {

    private final Folders folders;
    private final FollowedFiles followed;
    private final FileMarks marks;

    FolderFiles(Folders folders, FollowedFiles followed, FileMarks marks) {
        this.folders = folders;
        this.followed = followed;
        this.marks = marks;
    }

    @Override
    public String key() {
        return "folder";
    }

    @Override
    public Set<String> connections() {
        return Set.of(Folders.KIND);
    }

    @Override
    public void check(Source source, Connection connection) {
        folders.open(connection);
    }

    /** An empty folder is likelier one that is not mounted than one that all was taken out of. */
    @Override
    public Snapshot take(Source source, Connection connection) {
        Folder folder = folders.open(connection);
        List<FolderFile> files = folder.files();
        if (files.isEmpty()) {
            throw new ConnectionFailed(
                    Reason.NOT_FOUND,
                    "There is no file in the folder.",
                    "Check that it is mounted. Until there is one its documents stay.");
        }
        int most = Math.toIntExact(followed.mostBytes());
        return new FolderSnapshot(
                folder, files.stream().map(file -> listed(folder, file, most)).toList(), most);
    }

    private ListedSnapshot.Listed listed(Folder folder, FolderFile file, int most) {
        return new ListedSnapshot.Listed(
                new Snapshot.File(file.path(), marks.blob(folder, file, most), file.bytes()),
                file.modified());
    }

    /** One look. What is written to meanwhile comes in as it is when it is read. */
    private static final class FolderSnapshot extends ListedSnapshot {

        private final Folder folder;

        FolderSnapshot(Folder folder, List<Listed> listed, int most) {
            super(Folders.KIND, listed, most);
            this.folder = folder;
        }

        @Override
        public byte[] head(File file, int most) {
            try {
                return folder.read(file.path(), most);
            } catch (IOException e) {
                throw new ConnectionFailed(
                        Reason.UNSUPPORTED,
                        "A file cannot be read.",
                        "Ask whoever runs the portal whether it may.",
                        e);
            }
        }
    }
}
