package io.opslore.library.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Confirmation;
import io.opslore.kit.ReaderDates;
import io.opslore.kit.Toast;
import io.opslore.library.Bin;
import io.opslore.library.Document;
import io.opslore.library.NotFound;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** Takes documents away, and brings them back; says before what will happen, and after what has. */
@Component
class Discarding {

    private final Bin bin;
    private final SignedIn signedIn;

    Discarding(Bin bin, SignedIn signedIn) {
        this.bin = bin;
        this.signedIn = signedIn;
    }

    /** The day after which a binned document is gone. */
    LocalDate lastDay(Document document) {
        return LocalDate.ofInstant(bin.expiresAt(document), ReaderDates.zone());
    }

    /** Then leaves the page of the document, which is there no longer. */
    void askToDiscard(Document document) {
        long days = bin.retention().toDays();
        LocalDate until = ReaderDates.today().plusDays(days);
        Confirmation.askSternly(
                I18NProvider.translate("bin.put.title", document.title()),
                I18NProvider.translate("bin.put.text", days, ReaderDates.text(until)),
                I18NProvider.translate("bin.put"),
                () -> discard(document));
    }

    void bringBack(Collection<Document> documents, Runnable done) {
        if (each(documents, (document, asker) -> bin.restore(document.id(), asker))) {
            Toast.done(said("bin.restored", documents));
        }
        done.run();
    }

    void askToPurge(Collection<Document> documents, Runnable done) {
        Confirmation.askSternly(
                said("bin.purge.title", documents),
                I18NProvider.translate("bin.purge.text"),
                I18NProvider.translate("bin.purge"),
                () -> purge(documents, done));
    }

    private void discard(Document document) {
        try {
            bin.put(document.id(), signedIn.asker());
            DocumentNavigation.open(DocumentNavigation.spaceAddress(document.space()));
            Toast.done(
                    I18NProvider.translate("bin.put.done", document.title()),
                    I18NProvider.translate("bin.undo"),
                    () -> undo(document));
        } catch (NotAllowed | NotFound refused) {
            Toast.failed(I18NProvider.translate("document.refused"));
        }
    }

    private void undo(Document document) {
        bringBack(
                List.of(document),
                () -> DocumentNavigation.open(DocumentNavigation.address(document.id())));
    }

    private void purge(Collection<Document> documents, Runnable done) {
        if (each(documents, (document, asker) -> bin.purge(document.id(), asker))) {
            Toast.done(said("bin.purged", documents));
        }
        done.run();
    }

    /** False where one of them was refused; those before it are done. */
    private boolean each(Collection<Document> documents, BiConsumer<Document, Asker> action) {
        try {
            documents.forEach(document -> action.accept(document, signedIn.asker()));
            return true;
        } catch (NotAllowed | NotFound refused) {
            Toast.failed(I18NProvider.translate("document.refused"));
            return false;
        }
    }

    private static String said(String key, Collection<Document> documents) {
        return documents.size() == 1
                ? I18NProvider.translate(key, documents.iterator().next().title())
                : I18NProvider.translate(key + ".several", documents.size());
    }
}
