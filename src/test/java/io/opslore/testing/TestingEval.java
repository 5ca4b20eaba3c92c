package io.opslore.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Public material for measuring, which lies beside the project where it is there at all. */
public final class TestingEval {

    private TestingEval() {}

    /** The archive of this name in {@code shared/eval} above the working folder, or null. */
    public static @Nullable Path archive(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path archive = at.resolve("shared/eval/" + name + ".tar.gz");
            if (Files.exists(archive)) {
                return archive;
            }
        }
        return null;
    }

    /** The texts of its files whose names end so. */
    public static List<String> texts(Path archive, String ending) throws IOException {
        var texts = new ArrayList<String>();
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile() && entry.getName().endsWith(ending)) {
                    texts.add(new String(tar.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return texts;
    }
}
