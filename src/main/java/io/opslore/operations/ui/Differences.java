package io.opslore.operations.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opslore.kit.StateBadge;
import io.opslore.kit.StateBadge.Tone;
import io.opslore.library.Difference;
import io.opslore.operations.VerificationReport;
import java.util.function.Consumer;

/** What does not fit, in rows; only visible ones are sent. */
final class Differences extends Div {

    Differences(VerificationReport report, Consumer<VerificationReport> repair) {
        addClassName("differences");
        add(head(report, repair), grid(report));
    }

    private Div head(VerificationReport report, Consumer<VerificationReport> repair) {
        Span found =
                new Span(
                        getTranslation(
                                "verify.found", report.differences().size(), report.repairable()));
        Button button = new Button(getTranslation("verify.repair"), click -> repair.accept(report));
        button.setVisible(report.repairable() > 0);
        Div head = new Div(found, button);
        head.addClassName("differences-head");
        return head;
    }

    private Grid<Difference> grid(VerificationReport report) {
        Grid<Difference> grid = new Grid<>();
        grid.addComponentColumn(this::what)
                .setHeader(getTranslation("verify.difference"))
                .setFlexGrow(1);
        grid.addComponentColumn(this::remedy)
                .setHeader(getTranslation("verify.remedy"))
                .setWidth("12rem")
                .setFlexGrow(0);
        grid.setItems(report.differences());
        grid.addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        return grid;
    }

    private Div what(Difference difference) {
        Span kind = new Span(getTranslation("verify.kind." + difference.kind().name()));
        Span subject = new Span(difference.subject());
        subject.addClassName("path");
        Span detail = new Span(difference.detail());
        detail.addClassName("secondary");
        Div what = new Div(kind, subject, detail);
        what.addClassName("difference");
        return what;
    }

    private StateBadge remedy(Difference difference) {
        return difference.isRepairable()
                ? new StateBadge(Tone.WARNING, getTranslation("verify.repairable"))
                : new StateBadge(Tone.BAD, getTranslation("verify.lasting"));
    }
}
