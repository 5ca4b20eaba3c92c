package io.opslore.ingest;

import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import io.opslore.identity.Asker;
import io.opslore.library.Space;
import io.opslore.library.Spaces;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Spaces by the names that people give them, without the secrets that may stand in those.
 * Thread-safe.
 */
@Service
public class NewSpaces {

    private final Spaces spaces;
    private final Masking masking;

    NewSpaces(Spaces spaces, Masking masking) {
        this.spaces = spaces;
        this.masking = masking;
    }

    /** Among those that the asker may read; the name is the one it was made by. */
    public Optional<Space> named(String name, Asker asker) {
        return spaces.named(withoutSecrets(name), asker);
    }

    /** As {@link Spaces#create}, with its rights and its faults. */
    public Space create(String name, String description, Asker asker) {
        return spaces.create(withoutSecrets(name), withoutSecrets(description), asker);
    }

    private String withoutSecrets(String text) {
        return masking.mask(text, MaskScope.PORTAL).text();
    }
}
