package io.opslore.ingest.extract;

import io.opslore.guard.MaskScope;
import io.opslore.guard.Masked;
import io.opslore.guard.Masking;
import io.opslore.library.SpaceId;
import org.springframework.stereotype.Component;

/** Masks by the guard's rules; the same secret is recognised within a space and nowhere else. */
@Component
class GuardedMasking implements SecretMasking {

    private final Masking masking;

    GuardedMasking(Masking masking) {
        this.masking = masking;
    }

    @Override
    public Masked mask(String text, String fileName, SpaceId space) {
        return masking.mask(text, fileName, MaskScope.space(space.value()));
    }

    @Override
    public String version() {
        return masking.version();
    }
}
