package io.opslore.backup.restore;

import io.opslore.backup.BackupPlaces;
import io.opslore.backup.Progress;
import io.opslore.backup.Telling;
import io.opslore.backup.file.About;
import io.opslore.backup.file.BackupReader;
import io.opslore.backup.file.BlobLine;
import io.opslore.backup.file.Damaged;
import io.opslore.backup.file.Manifest;
import io.opslore.backup.file.Sealing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A backup with all that it builds on, read to the last byte. What is not as it was written is told
 * as {@link Damaged} with the file and the entry.
 */
final class Chain {

    private final BackupPlaces.Located file;
    private final @Nullable String password;
    private final Telling telling;

    Chain(BackupPlaces.Located file, @Nullable String password, Telling telling) {
        this.file = file;
        this.password = password;
        this.telling = telling;
    }

    /** Only the front of the backup itself. */
    About about() throws IOException {
        try (BackupReader reader = open(file.name())) {
            return reader.about();
        } catch (NoSuchFileException e) {
            throw new IOException("There is no backup " + file.describe(), e);
        } catch (Damaged e) {
            throw new Damaged(file.describe(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads all.
     *
     * @param content takes what the backup itself holds, and the originals of earlier ones that
     *     belong to it
     * @return what was read of the backup itself
     */
    Read read(Content content) throws IOException {
        try (BackupReader reader = open(file.name())) {
            About about = reader.about();
            content.about(about);
            List<BlobLine> lines = reader.blobs();
            var wanted = new Wanted(content, lines, "");
            Manifest manifest = reader.rest(wanted);
            wanted.requireAll(manifest);
            int read = 0;
            for (About.Link link : about.needs()) {
                telling.at(Progress.Stage.CHECKING, ++read, about.needs().size() + 1);
                earlier(link, lines, content);
            }
            return new Read(about, lines, manifest);
        } catch (Damaged e) {
            throw new Damaged(file.describe(), String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            throw new IOException("There is no backup " + file.describe(), e);
        }
    }

    private void earlier(About.Link link, List<BlobLine> lines, Content content)
            throws IOException {
        String name = file.place().describe(link.name());
        try (BackupReader reader = open(link.name())) {
            if (!reader.about().id().equals(link.id())) {
                throw new Damaged(name, "is another backup than the one that this builds on");
            }
            reader.blobs();
            var wanted = new Wanted(content.originalsAlone(), lines, link.name());
            wanted.requireAll(reader.rest(wanted));
        } catch (NoSuchFileException e) {
            throw new Damaged(name, "is missing, and this backup builds on it");
        }
    }

    private BackupReader open(String name) throws IOException {
        InputStream bytes = telling.counting(file.place().open(name));
        try {
            return new BackupReader(Sealing.open(bytes, password));
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** What was read. */
    record Read(About about, List<BlobLine> lines, Manifest manifest) {}

    /** Who takes what is read. */
    interface Content extends BackupReader.Content {

        /** Wants nothing but to know that all is there. */
        Content NOTHING = new Content() {};

        default void about(About about) throws IOException {}

        /** The same, without rows and key. */
        default BackupReader.Content originalsAlone() {
            return new BackupReader.Content() {
                @Override
                public void blob(String sha256, InputStream bytes) throws IOException {
                    Content.this.blob(sha256, bytes);
                }
            };
        }
    }

    /** Hands on the originals that one file has to hold, and crosses them off. */
    private static final class Wanted implements BackupReader.Content {

        private final BackupReader.Content content;
        private final Set<String> left;

        Wanted(BackupReader.Content content, List<BlobLine> lines, String file) {
            this.content = content;
            left =
                    lines.stream()
                            .filter(line -> line.file().equals(file))
                            .map(BlobLine::sha256)
                            .collect(Collectors.toCollection(HashSet::new));
        }

        @Override
        public void key(String text) throws IOException {
            content.key(text);
        }

        @Override
        public void table(String name, InputStream rows) throws IOException {
            content.table(name, rows);
        }

        @Override
        public void blob(String sha256, InputStream bytes) throws IOException {
            if (left.remove(sha256)) {
                content.blob(sha256, bytes);
            }
        }

        void requireAll(Manifest manifest) throws Damaged {
            manifest.missing().forEach(left::remove);
            if (!left.isEmpty()) {
                throw new Damaged("originals", left.iterator().next() + " is missing");
            }
        }
    }
}
