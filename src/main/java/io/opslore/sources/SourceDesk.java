package io.opslore.sources;

import io.opslore.identity.Asker;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes down what was decided about sources, in the caller's transaction. Thread-safe. */
@Component
class SourceDesk {

    private static final int SECRET_BYTES = 32;

    private final SourceRows rows;
    private final SyncRows syncs;
    private final SyncStates states;
    private final FileRows files;
    private final SourceCheck check;
    private final SourceKinds kinds;
    private final SecureRandom random = new SecureRandom();

    SourceDesk(
            SourceRows rows,
            SyncRows syncs,
            SyncStates states,
            FileRows files,
            SourceCheck check,
            SourceKinds kinds) {
        this.rows = rows;
        this.syncs = syncs;
        this.states = states;
        this.files = files;
        this.check = check;
        this.kinds = kinds;
    }

    Source checked(SourceEdit edit, Asker asker) {
        return check.checked(edit, asker);
    }

    /** Under other rules, what was passed over is looked at again. */
    void keep(Source source) {
        rows.put(source);
        files.forgetPassedOver(source.id());
        syncs.changed(source.id());
    }

    List<SourceOffer> offers() {
        return kinds.offers();
    }

    /** Empty where there is no webhook to sign. */
    String newSecret(Source source) {
        if (!kinds.isPushed(source.kind())) {
            return "";
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        rows.setSecret(source.id(), secret);
        return secret;
    }

    void want(SourceId id, Duration in) {
        syncs.want(id, in);
    }

    String reached(SourceId id) {
        return states.reached(id);
    }

    Map<SourceId, SourceState> states() {
        return states.states();
    }
}
