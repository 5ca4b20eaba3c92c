package io.opslore.models.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.opslore.models.Pull;
import java.util.List;

/** Where models are fetched by name, and how far those are that are on their way. */
final class PullPanel extends Section {

    /** As Ollama reads names: host, namespace, model and tag. */
    private static final String NAME = "[\\w.:/-]+";

    private final ModelActions actions;
    private final TextField name = new TextField();
    private final Button fetch;
    private final Div rows = new Div();

    PullPanel(ModelActions actions) {
        this.actions = actions;
        this.fetch =
                new Button(
                        getTranslation("server.pull"),
                        new Icon(VaadinIcon.DOWNLOAD_ALT),
                        click -> fetch());
        layOut();
    }

    void show(List<Pull> pulls) {
        rows.removeAll();
        pulls.forEach(pull -> rows.add(new PullRow(pull, actions)));
    }

    private void layOut() {
        addClassName("server-section");
        name.setLabel(getTranslation("server.pull.name"));
        name.setPlaceholder("llama3.1:8b");
        name.setClearButtonVisible(true);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.setPattern(NAME);
        name.setI18n(
                new TextField.TextFieldI18n()
                        .setPatternErrorMessage(getTranslation("server.pull.wrong")));
        name.addValueChangeListener(change -> fetch.setEnabled(isName(change.getValue())));
        name.addKeyPressListener(Key.ENTER, key -> fetch());
        fetch.setEnabled(false);
        Div bar = new Div(name, fetch);
        bar.addClassName("server-pull");
        rows.addClassName("server-pulls");
        add(new H2(getTranslation("server.pull.title")), bar, rows);
    }

    private void fetch() {
        String wanted = name.getValue().strip();
        if (isName(wanted)) {
            name.clear();
            actions.pull(wanted);
        }
    }

    private static boolean isName(String text) {
        return text.strip().matches(NAME);
    }
}
