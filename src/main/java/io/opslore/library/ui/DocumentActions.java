package io.opslore.library.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.library.Document;
import io.opslore.library.Grants;
import io.opslore.library.Revision;
import io.opslore.library.SpaceId;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What those who may write can do about a document. */
@Component
class DocumentActions {

    private final Restoring restoring;
    private final Discarding discarding;
    private final Describing describing;
    private final Grants grants;
    private final SignedIn signedIn;

    DocumentActions(
            Restoring restoring,
            Discarding discarding,
            Describing describing,
            Grants grants,
            SignedIn signedIn) {
        this.restoring = restoring;
        this.discarding = discarding;
        this.describing = describing;
        this.grants = grants;
        this.signedIn = signedIn;
    }

    /** Whether the person may do any of it. */
    boolean areAllowed(SpaceId space) {
        return grants.mayWrite(space, signedIn.asker());
    }

    /** Whether the person says who may see the space. */
    boolean areManaged(SpaceId space) {
        return grants.may(Permission.SPACE_MANAGE, space, signedIn.asker());
    }

    void restore(Revision old, Runnable done) {
        restoring.ask(old, done);
    }

    void bringBack(Document document, Runnable done) {
        discarding.bringBack(List.of(document), done);
    }

    /** The day after which a binned document is gone. */
    LocalDate lastDay(Document document) {
        return discarding.lastDay(document);
    }

    /**
     * @param changed runs when the document may have other details
     */
    MenuBar menu(Document document, Runnable changed) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        MenuItem more = bar.addItem(I18NProvider.translate("document.actions"));
        more.getSubMenu()
                .addItem(
                        I18NProvider.translate("details.title"),
                        click -> describing.open(document, changed));
        more.getSubMenu()
                .addItem(
                        I18NProvider.translate("bin.put"),
                        click -> discarding.askToDiscard(document));
        return bar;
    }
}
