package io.opslore.library.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Toast;
import io.opslore.library.Details;
import io.opslore.library.DetailsEdit;
import io.opslore.library.DetailsField;
import io.opslore.library.Document;
import io.opslore.library.Documents;
import io.opslore.library.NotFound;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Lets a person say what a document is. */
@Component
class Describing {

    private final Documents documents;
    private final SignedIn signedIn;

    Describing(Documents documents, SignedIn signedIn) {
        this.documents = documents;
        this.signedIn = signedIn;
    }

    void open(Document document, Runnable done) {
        Asker asker = signedIn.asker();
        DetailsForm form =
                new DetailsForm(
                        document.details(),
                        documents.corrected(document.id(), asker),
                        tags(document, asker),
                        field -> reset(document, field));
        new DetailsDialog(form, edit -> save(document, edit), done).open();
    }

    /** What other documents of the space are tagged with, so that nobody invents a second word. */
    private List<String> tags(Document document, Asker asker) {
        return documents.in(document.space(), asker).stream()
                .flatMap(other -> other.details().tags().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Details reset(Document document, DetailsField field) {
        Asker asker = signedIn.asker();
        documents.resetDetails(document.id(), Set.of(field), asker);
        return documents.document(document.id(), asker).details();
    }

    private void save(Document document, DetailsEdit edit) {
        try {
            documents.edit(document.id(), edit, signedIn.asker());
            Toast.done(I18NProvider.translate("details.saved"));
        } catch (NotAllowed | NotFound refused) {
            Toast.failed(I18NProvider.translate("document.refused"));
        }
    }
}
