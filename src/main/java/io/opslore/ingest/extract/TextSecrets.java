package io.opslore.ingest.extract;

import io.opslore.guard.Masked;
import io.opslore.guard.MaskedSecret;
import io.opslore.library.Mask;
import io.opslore.library.Masks;
import io.opslore.library.SpaceId;
import java.util.ArrayList;
import java.util.List;

/** Takes the secrets out of one file's text and title, and remembers what it took. */
final class TextSecrets {

    private final SecretMasking masking;
    private final String fileName;
    private final SpaceId space;
    private final String version;
    private final List<Mask> masks = new ArrayList<>();

    TextSecrets(SecretMasking masking, String fileName, SpaceId space) {
        this.masking = masking;
        this.fileName = fileName;
        this.space = space;
        // Asked first: rules that change meanwhile make it masked again, not believed to be new.
        this.version = masking.version();
    }

    /** The file's text, of which the masks are reported by their lines. */
    String text(String text) {
        Masked masked = masking.mask(text, fileName, space);
        masked.secrets().stream().map(TextSecrets::mask).forEach(masks::add);
        return masked.text();
    }

    /** What stands beside the text, and so on no line. */
    String beside(String title) {
        return masking.name(title, space);
    }

    Masks found() {
        return new Masks(version, masks);
    }

    private static Mask mask(MaskedSecret secret) {
        return new Mask(secret.line(), secret.kind(), secret.name(), secret.placeholder());
    }
}
