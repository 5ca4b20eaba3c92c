package io.opslore.ingest.ui;

import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.opslore.identity.SignedIn;
import io.opslore.ingest.Intake;
import io.opslore.library.Grants;
import io.opslore.library.NotAllowed;
import io.opslore.library.NotFound;
import io.opslore.library.SpaceId;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Streams what the browser sends into the space, file by file, without holding one in memory. */
@Component
class Uploads {

    private final Intake intake;
    private final Grants grants;
    private final SignedIn signedIn;

    Uploads(Intake intake, Grants grants, SignedIn signedIn) {
        this.intake = intake;
        this.grants = grants;
        this.signedIn = signedIn;
    }

    /** Empty for those who may only read the space. */
    Optional<UploadHandler> to(SpaceId space) {
        return grants.mayWrite(space, signedIn.asker())
                ? Optional.of(event -> accept(event, space))
                : Optional.empty();
    }

    private void accept(UploadEvent event, SpaceId space) throws IOException {
        try (InputStream bytes = event.getInputStream()) {
            intake.accept(space, event.getFileName(), bytes, signedIn.asker());
        } catch (NotAllowed | NotFound | IllegalArgumentException refused) {
            event.reject(refused.getMessage());
        }
    }
}
