package io.opslore.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

class FileBlobsTests extends BlobsContract {

    @TempDir private Path folder;

    @Override
    protected Blobs blobs() {
        return new FileBlobs(folder);
    }

    @Override
    protected int waiting() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.filter(Files::isRegularFile).count();
        }
    }
}
