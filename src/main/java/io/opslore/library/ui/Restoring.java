package io.opslore.library.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Confirmation;
import io.opslore.kit.Toast;
import io.opslore.library.Documents;
import io.opslore.library.NotFound;
import io.opslore.library.Revision;
import io.opslore.library.RevisionId;
import io.opslore.library.Stored;
import org.springframework.stereotype.Component;

/** Makes an old revision the newest again, once the person has confirmed it. */
@Component
class Restoring {

    private final Documents documents;
    private final SignedIn signedIn;

    Restoring(Documents documents, SignedIn signedIn) {
        this.documents = documents;
        this.signedIn = signedIn;
    }

    void ask(Revision old, Runnable done) {
        Confirmation.ask(
                I18NProvider.translate("revisions.restore.title", old.number()),
                I18NProvider.translate("revisions.restore.text"),
                I18NProvider.translate("revisions.restore"),
                () -> restore(old, done));
    }

    private void restore(Revision old, Runnable done) {
        try {
            say(old, documents.restore(old.id(), signedIn.asker()));
            done.run();
        } catch (NotAllowed | NotFound refused) {
            Toast.failed(I18NProvider.translate("document.refused"));
        }
    }

    private void say(Revision old, Stored stored) {
        switch (stored) {
            case Stored.Unchanged same ->
                    Toast.done(I18NProvider.translate("revisions.restore.same", old.number()));
            case Stored.Revised revised -> say(old, revised.revision());
            case Stored.Added added -> say(old, added.revision());
        }
    }

    private void say(Revision old, RevisionId restored) {
        int number = documents.revision(restored, signedIn.asker()).number();
        Toast.done(
                I18NProvider.translate("revisions.restore.done", old.number(), number),
                I18NProvider.translate("revisions.open"),
                () ->
                        DocumentNavigation.open(
                                DocumentNavigation.address(old.document(), restored)));
    }
}
