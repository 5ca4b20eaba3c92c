package io.opslore.assistant.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.opslore.assistant.Answer;
import io.opslore.assistant.LedgerRecord;
import io.opslore.assistant.PlanRecord;
import io.opslore.assistant.UsedPassage;
import io.opslore.assistant.UsedPassage.Content;
import io.opslore.kit.StateBadge;
import io.opslore.kit.StateBadge.Tone;
import io.opslore.kit.TimeText;
import io.opslore.library.ui.DocumentNavigation;
import io.opslore.models.ChatRequest.Turn;
import java.util.Locale;
import java.util.TreeMap;

/**
 * How one answer came about: who asked what, from which lines it was written, and by which model.
 */
final class LedgerDialog extends Dialog {

    LedgerDialog(LedgerRecord record) {
        addClassName("ledger-dialog");
        setHeaderTitle(getTranslation("ledger.answer"));
        Button close = new Button(getTranslation("kit.close"), click -> close());
        close.setAutofocus(true);
        getFooter().add(close);
        add(
                facts(record),
                titled("ledger.question", new Paragraph(record.answer().question())),
                titled("ledger.said", said(record.answer())),
                titled("ledger.passages", passages(record)),
                titled("ledger.prompt", prompt(record)));
        if (!record.plans().isEmpty()) {
            add(titled("looking.plans", plans(record)));
        }
    }

    private DescriptionList facts(LedgerRecord record) {
        DescriptionList list = new DescriptionList();
        fact(list, "ledger.person", record.entry().asker());
        fact(list, "ledger.when", TimeText.exact(record.entry().askedAt()));
        fact(
                list,
                "ledger.outcome",
                getTranslation("ledger.outcome." + record.entry().outcome().name()));
        String model = record.entry().model();
        fact(list, "ledger.model", model == null ? getTranslation("ledger.noModel") : model);
        fact(list, "ledger.tokens", String.valueOf(record.entry().tokens()));
        String version = record.promptVersion();
        fact(list, "ledger.version", version == null ? "" : version);
        new TreeMap<>(record.options())
                .forEach((name, value) -> {
                    list.add(new DescriptionList.Term(name));
                    list.add(new DescriptionList.Description(value));
                });
        return list;
    }

    private void fact(DescriptionList list, String name, String value) {
        if (!value.isBlank()) {
            list.add(new DescriptionList.Term(getTranslation(name)));
            list.add(new DescriptionList.Description(value));
        }
    }

    private Div titled(String title, Component content) {
        return new Div(new H3(getTranslation(title)), content);
    }

    private Component said(Answer answer) {
        if (answer.outcome() == Answer.Outcome.WITHHELD) {
            return new StateBadge(Tone.WARNING, getTranslation("ledger.said.withheld"));
        }
        return answer.markdown().isEmpty()
                ? new Paragraph(getTranslation("ledger.said.nothing"))
                : code(answer.markdown());
    }

    private Component passages(LedgerRecord record) {
        if (record.passages().isEmpty()) {
            return new Paragraph(getTranslation("ledger.passages.none"));
        }
        OrderedList list = new OrderedList();
        list.addClassName("ledger-passages");
        record.passages().forEach(passage -> list.add(passage(passage)));
        return list;
    }

    private ListItem passage(UsedPassage passage) {
        String place =
                getTranslation(
                        "ledger.place",
                        passage.path(),
                        passage.revisionNumber(),
                        passage.lines().first(),
                        passage.lines().last());
        return switch (passage.content()) {
            case Content.Readable(String text) ->
                    new ListItem(new Details(link(passage, place), code(text)));
            case Content.Withheld() ->
                    new ListItem(
                            new Span(place),
                            new StateBadge(Tone.WARNING, getTranslation("ledger.withheld")));
            case Content.Removed() ->
                    new ListItem(
                            new Span(place),
                            new StateBadge(Tone.QUIET, getTranslation("ledger.removed")));
        };
    }

    private static Component link(UsedPassage passage, String place) {
        return passage.document() == null
                ? new Span(place)
                : new Anchor(
                        DocumentNavigation.address(
                                passage.document(), passage.revision(), passage.lines()),
                        place);
    }

    private Component prompt(LedgerRecord record) {
        Div prompt = new Div(state(record.rebuilt()));
        prompt.addClassName("ledger-prompt");
        record.prompt().forEach(turn -> prompt.add(turn(turn)));
        return prompt;
    }

    private Component plans(LedgerRecord record) {
        Div plans = new Div();
        for (PlanRecord plan : record.plans()) {
            Div one =
                    new Div(
                            new Span(getTranslation("looking.plan", plan.round(), plan.model())),
                            state(plan.rebuilt()));
            one.addClassName("ledger-prompt");
            plan.sent().forEach(turn -> one.add(turn(turn)));
            if (!plan.said().isBlank()) {
                one.add(new Details(getTranslation("looking.plan.said"), code(plan.said())));
            }
            plans.add(one);
        }
        return plans;
    }

    private static Details turn(Turn turn) {
        return new Details(turn.speaker().name().toLowerCase(Locale.ROOT), code(turn.text()));
    }

    private StateBadge state(LedgerRecord.Rebuilt rebuilt) {
        String state = getTranslation("ledger.rebuilt." + rebuilt.name());
        return switch (rebuilt) {
            case EXACT -> new StateBadge(Tone.GOOD, state);
            case DIFFERENT -> new StateBadge(Tone.BAD, state);
            case INCOMPLETE -> new StateBadge(Tone.WARNING, state);
            case UNKNOWN, NOT_SENT -> new StateBadge(Tone.QUIET, state);
        };
    }

    private static Pre code(String text) {
        Pre pre = new Pre(text);
        pre.addClassName("ledger-text");
        return pre;
    }
}
