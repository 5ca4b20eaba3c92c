package io.opslore.assistant.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.assistant.AnswerId;
import io.opslore.assistant.Ledger;
import io.opslore.assistant.LedgerFilter;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.kit.ReaderDates;
import io.opslore.kit.Toast;
import io.opslore.library.NotFound;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Everybody's answers for auditors: found by person, time and document, and how each came about.
 */
@Route("admin/answers")
@Menu(title = "Answers", order = 61, icon = "vaadin:archive")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.AUDIT_READ)
class LedgerView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    /** In the address: the document whose answers are wanted. */
    private static final String DOCUMENT = "document";

    private static final int NARROW = 800;
    private static final int TYPING_MILLIS = 400;

    private final Ledger ledger;
    private final SignedIn signedIn;
    private final LedgerGrid grid;
    private final TextField person = new TextField(getTranslation("ledger.person"));
    private final TextField document = new TextField(getTranslation("ledger.document"));
    private final DatePicker from = ReaderDates.picker(getTranslation("ledger.from"));
    private final DatePicker until = ReaderDates.picker(getTranslation("ledger.until"));

    LedgerView(Ledger ledger, SignedIn signedIn) {
        this.ledger = ledger;
        this.signedIn = signedIn;
        this.grid = new LedgerGrid(ledger, signedIn, this::filter, this::open);
        layOut();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ledger.title") + " · OpsLore";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(DOCUMENT)
                .ifPresent(document::setValue);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var page = attached.getUI().getPage();
        grid.setNarrow(page.getExtendedClientDetails().getWindowInnerWidth() < NARROW);
        var resizing =
                page.addBrowserWindowResizeListener(
                        resized -> grid.setNarrow(resized.getWidth() < NARROW));
        addDetachListener(detached -> {
            detached.unregisterListener();
            resizing.remove();
        });
    }

    private void layOut() {
        addClassNames("admin-page", "ledger-view");
        Div head = new Div(new H1(getTranslation("ledger.title")));
        head.addClassName("view-head");
        Div toolbar = new Div(person, document, from, until);
        toolbar.addClassNames("admin-toolbar", "audit-filters");
        toolbar.getElement().setAttribute("role", "search");
        document.setPlaceholder(getTranslation("ledger.document.hint"));
        for (TextField field : new TextField[] {person, document}) {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.setValueChangeTimeout(TYPING_MILLIS);
            field.setClearButtonVisible(true);
            field.addValueChangeListener(change -> grid.getDataProvider().refreshAll());
        }
        for (DatePicker day : new DatePicker[] {from, until}) {
            day.setClearButtonVisible(true);
            day.addValueChangeListener(change -> grid.getDataProvider().refreshAll());
        }
        add(head, new Paragraph(getTranslation("ledger.purpose")), toolbar, grid);
    }

    private LedgerFilter filter() {
        LocalDate last = until.getValue();
        return new LedgerFilter(
                start(from.getValue()),
                start(last == null ? null : last.plusDays(1)),
                person.getValue(),
                document.getValue());
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ReaderDates.zone()).toInstant();
    }

    private void open(AnswerId id) {
        try {
            new LedgerDialog(ledger.open(id, signedIn.asker())).open();
        } catch (NotFound deletedMeanwhile) {
            Toast.failed(getTranslation("ledger.gone"));
            grid.getDataProvider().refreshAll();
        }
    }
}
