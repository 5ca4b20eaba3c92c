package io.opslore.guard.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.DataProvider;
import io.opslore.guard.FilterAction;
import io.opslore.guard.QuestionRule;
import io.opslore.guard.QuestionRuleRow;
import io.opslore.guard.QuestionRules;
import io.opslore.identity.Asker;
import io.opslore.kit.EmptyState;
import io.opslore.kit.IconButton;
import io.opslore.kit.StateBadge;
import io.opslore.kit.StateBadge.Tone;
import io.opslore.kit.TimeText;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The administrators' rules, a page at a time. */
final class RuleGrid extends Div {

    private final QuestionRules rules;
    private final Asker asker;
    private final Supplier<String> sought;
    private final Consumer<QuestionRule> edit;
    private final Consumer<QuestionRule> remove;
    private final Grid<QuestionRuleRow> grid = new Grid<>();

    RuleGrid(
            QuestionRules rules,
            Asker asker,
            Supplier<String> sought,
            Consumer<QuestionRule> edit,
            Consumer<QuestionRule> remove) {
        this.rules = rules;
        this.asker = asker;
        this.sought = sought;
        this.edit = edit;
        this.remove = remove;
        columns();
        layOut();
    }

    void refresh() {
        grid.getDataProvider().refreshAll();
    }

    private void layOut() {
        addClassName("rule-list");
        grid.addClassNames("admin-grid", "rule-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(false);
        grid.addItemDoubleClickListener(click -> edit.accept(click.getItem().rule()));
        grid.setEmptyStateComponent(
                new EmptyState(
                        VaadinIcon.FILTER,
                        getTranslation("filters.none"),
                        getTranslation("filters.none.hint")));
        grid.setItems(
                DataProvider.fromCallbacks(
                        query ->
                                rules
                                        .rows(
                                                sought.get(),
                                                query.getOffset(),
                                                query.getLimit(),
                                                asker)
                                        .stream(),
                        query -> rules.count(sought.get(), asker)));
        add(grid);
    }

    private void columns() {
        grid.addComponentColumn(this::name)
                .setHeader(getTranslation("filters.name"))
                .setWidth("12rem")
                .setFlexGrow(3);
        grid.addComponentColumn(row -> state(row.rule()))
                .setHeader(getTranslation("filters.action"))
                .setWidth("8rem")
                .setFlexGrow(0);
        grid.addColumn(row -> FilterText.whom(row.rule().role()))
                .setHeader(getTranslation("filters.for"))
                .setWidth("8.5rem")
                .setFlexGrow(1);
        grid.addColumn(this::hits)
                .setHeader(getTranslation("filters.hits"))
                .setWidth("10rem")
                .setFlexGrow(1);
        grid.addComponentColumn(this::buttons).setWidth("6.5rem").setFlexGrow(0);
    }

    private Div name(QuestionRuleRow row) {
        Span name = new Span(row.rule().name());
        name.addClassName("rule-name");
        Span pattern = new Span(row.rule().pattern().replace("\n", " · "));
        pattern.addClassName("rule-pattern");
        pattern.getElement().setAttribute("title", row.rule().pattern());
        Div cell = new Div(name, pattern);
        cell.addClassName("rule-cell");
        return cell;
    }

    private StateBadge state(QuestionRule rule) {
        if (!rule.enabled()) {
            return new StateBadge(Tone.QUIET, FilterText.action(null));
        }
        return new StateBadge(tone(rule.action()), FilterText.action(rule.action()));
    }

    static Tone tone(FilterAction action) {
        return switch (action) {
            case BLOCK -> Tone.BAD;
            case WARN -> Tone.WARNING;
            case LOG -> Tone.QUIET;
        };
    }

    private String hits(QuestionRuleRow row) {
        Instant last = row.lastAt();
        return last == null
                ? "0"
                : getTranslation("filters.hits.last", row.hits(), TimeText.exact(last));
    }

    private Div buttons(QuestionRuleRow row) {
        String name = row.rule().name();
        return new Div(
                new IconButton(
                        VaadinIcon.PENCIL,
                        getTranslation("filters.edit", name),
                        () -> edit.accept(row.rule())),
                new IconButton(
                        VaadinIcon.TRASH,
                        getTranslation("filters.remove", name),
                        () -> remove.accept(row.rule())));
    }
}
