package io.opslore.ingest;

import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.library.Space;
import io.opslore.library.Spaces;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Service;

/** The sample documents that come with the portal. */
@Service
public class SampleSpace {

    private static final String FOLDER = "/samples/";

    private final Spaces spaces;
    private final Intake intake;

    SampleSpace(Spaces spaces, Intake intake) {
        this.spaces = spaces;
        this.intake = intake;
    }

    /**
     * For those who may create spaces: makes the space if there is none and takes the sample
     * documents in; may be repeated.
     */
    @NeedsPermission(Permission.SPACE_CREATE)
    public Space load(Asker asker) {
        Space space =
                spaces.named(Space.SAMPLES, asker)
                        .orElseGet(() ->
                                spaces.create(
                                        Space.SAMPLES,
                                        "Runbooks, decisions and manifests of a made-up team",
                                        asker));
        for (String path : paths()) {
            accept(space, path, asker);
        }
        return spaces.space(space.id(), asker);
    }

    private void accept(Space space, String path, Asker asker) {
        try (InputStream bytes = open(path)) {
            intake.accept(space.id(), path, bytes, asker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> paths() {
        try (InputStream index = open("index.txt")) {
            return new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String path) throws IOException {
        InputStream found = SampleSpace.class.getResourceAsStream(FOLDER + path);
        if (found == null) {
            throw new FileNotFoundException(FOLDER + path);
        }
        return found;
    }
}
