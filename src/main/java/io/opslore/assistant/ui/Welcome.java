package io.opslore.assistant.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.kit.EmptyState;
import io.opslore.library.Space;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Before the first question: some to begin with, or where to bring in documents. */
final class Welcome extends Div {

    private static final int EXAMPLES = 4;

    Welcome(List<Space> spaces, Consumer<String> ask) {
        boolean documents = spaces.stream().anyMatch(space -> space.documents() > 0);
        addClassName("welcome");
        boolean samples = spaces.stream().anyMatch(space -> space.name().equals(Space.SAMPLES));
        add(documents ? invitation(samples ? examples(ask) : new Button[0]) : nothingToAskOf());
    }

    /** For who may read conversations and not ask. */
    static EmptyState notYours() {
        return new EmptyState(
                VaadinIcon.LOCK,
                I18NProvider.translate("ask.notYours"),
                I18NProvider.translate("ask.notYours.hint"));
    }

    private EmptyState invitation(Button... examples) {
        return new EmptyState(
                VaadinIcon.COMMENT_ELLIPSIS_O,
                getTranslation("ask.welcome"),
                getTranslation("ask.welcome.hint"),
                examples);
    }

    /** Questions that the sample documents answer; nobody knows what a team's own documents do. */
    private Button[] examples(Consumer<String> ask) {
        return IntStream.rangeClosed(1, EXAMPLES)
                .mapToObj(number -> getTranslation("ask.example." + number))
                .map(question -> example(question, ask))
                .toArray(Button[]::new);
    }

    private static Button example(String question, Consumer<String> ask) {
        Button button = new Button(question, click -> ask.accept(question));
        button.addClassName("example");
        return button;
    }

    private EmptyState nothingToAskOf() {
        Anchor sources = new Anchor("sources", getTranslation("ask.noDocuments.open"));
        sources.addClassNames("button-link", "primary");
        return new EmptyState(
                VaadinIcon.RECORDS,
                getTranslation("ask.noDocuments"),
                getTranslation("ask.noDocuments.hint"),
                sources);
    }
}
