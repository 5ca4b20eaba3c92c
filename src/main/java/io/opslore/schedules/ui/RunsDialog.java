package io.opslore.schedules.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.opslore.kit.TimeText;
import io.opslore.schedules.JobRun;
import java.util.List;

/** The runs of a job that are kept, the latest first. */
final class RunsDialog extends Dialog {

    RunsDialog(String title, List<JobRun> runs) {
        setHeaderTitle(RunText.say("history.this", title));
        setWidth("40rem");
        setMaxWidth("100%");
        UnorderedList list = new UnorderedList();
        list.addClassName("schedule-runs");
        list.getStyle().set("list-style", "none").set("padding", "0");
        runs.forEach(run -> list.add(row(run)));
        add(list);
        getFooter().add(new Button(getTranslation("kit.close"), click -> close()));
    }

    private static ListItem row(JobRun run) {
        Div facts =
                new Div(
                        RunText.badge(run),
                        new Span(TimeText.exact(run.began())),
                        new Span(RunText.took(run)),
                        new Span(RunText.by(run)),
                        new Span(RunText.say("at", run.portal())));
        facts.addClassName("facts");
        ListItem row = new ListItem(facts);
        row.getStyle().set("padding", "0.5rem 0");
        String result = RunText.result(run);
        if (!result.isEmpty()) {
            row.add(new Div(result));
        }
        return row;
    }
}
