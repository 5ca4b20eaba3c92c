package io.opslore.assistant.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.opslore.assistant.trial.SavedQuestion;
import io.opslore.assistant.trial.SavedQuestions;
import io.opslore.identity.SignedIn;
import io.opslore.kit.IconButton;
import io.opslore.kit.Toast;
import io.opslore.models.ModelTask;

/** The questions that models are tried with at the chosen task. */
final class SavedQuestionsPanel extends Section {

    private final SavedQuestions questions;
    private final SignedIn signedIn;
    private final Grid<SavedQuestion> grid = new Grid<>();
    private final Paragraph nothing = new Paragraph();
    private final TextArea text = new TextArea();
    private final Button add;
    private ModelTask task = ModelTask.GENERAL;

    SavedQuestionsPanel(SavedQuestions questions, SignedIn signedIn) {
        this.questions = questions;
        this.signedIn = signedIn;
        this.add = new Button(getTranslation("upgrade.questions.add"), click -> add());
        layOut();
    }

    void show(ModelTask chosen) {
        task = chosen;
        int count = questions.count(task, signedIn.asker());
        nothing.setVisible(count == 0);
        grid.setVisible(count > 0);
        grid.getDataProvider().refreshAll();
    }

    private void layOut() {
        addClassName("server-section");
        nothing.setText(getTranslation("upgrade.questions.nothing"));
        nothing.addClassName("secondary");
        text.setLabel(getTranslation("upgrade.questions.text"));
        text.setMaxLength(4_000);
        text.setMinRows(1);
        text.setValueChangeMode(ValueChangeMode.EAGER);
        text.addValueChangeListener(change -> add.setEnabled(!change.getValue().isBlank()));
        add.setEnabled(false);
        columns();
        Div bar = new Div(text, add);
        bar.addClassNames("server-pull", "saved-question");
        add(new H2(getTranslation("upgrade.questions")), nothing, grid, bar);
    }

    private void columns() {
        grid.addComponentColumn(SavedQuestionsPanel::words)
                .setHeader(getTranslation("upgrade.questions.text"))
                .setFlexGrow(1);
        grid.addComponentColumn(question ->
                        new IconButton(
                                VaadinIcon.TRASH,
                                getTranslation("upgrade.questions.remove", question.text()),
                                () -> remove(question)))
                .setWidth("3.5rem")
                .setFlexGrow(0);
        grid.addClassName("admin-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.setMaxHeight("16rem");
        grid.setItems(
                DataProvider.fromCallbacks(
                        query ->
                                questions
                                        .of(
                                                task,
                                                query.getOffset(),
                                                query.getLimit(),
                                                signedIn.asker())
                                        .stream(),
                        query -> questions.count(task, signedIn.asker())));
    }

    private static Span words(SavedQuestion question) {
        Span words = new Span(question.text());
        words.addClassName("long");
        words.getElement().setAttribute("title", question.text());
        return words;
    }

    private void add() {
        if (questions.add(task, text.getValue(), signedIn.asker())) {
            text.clear();
        } else {
            Toast.failed(getTranslation("upgrade.questions.full", SavedQuestions.MOST));
        }
        show(task);
    }

    private void remove(SavedQuestion question) {
        questions.remove(question, signedIn.asker());
        show(task);
        Toast.done(
                getTranslation("upgrade.questions.removed"),
                getTranslation("upgrade.questions.undo"),
                () -> {
                    questions.add(question.task(), question.text(), signedIn.asker());
                    show(task);
                });
    }
}
