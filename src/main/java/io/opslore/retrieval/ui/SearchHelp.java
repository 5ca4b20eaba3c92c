package io.opslore.retrieval.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;

/** What stands where nothing is sought yet: how a search is written. */
final class SearchHelp extends Div {

    private static final List<String> EXAMPLES =
            List.of(
                    "\"exit code 137\"",
                    "kind:runbook",
                    "space:\"On call\"",
                    "path:runbooks/",
                    "tag:postgres",
                    "lang:ru",
                    "since:30d",
                    "-kind:log");

    SearchHelp(Consumer<String> append) {
        addClassName("search-help");
        add(new H1(getTranslation("search.title")), new Paragraph(getTranslation("search.hint")));
        Div examples = new Div();
        examples.addClassName("search-examples");
        for (int n = 0; n < EXAMPLES.size(); n++) {
            examples.add(example(EXAMPLES.get(n), n + 1, append));
        }
        add(examples, new Paragraph(getTranslation("search.hint.keys")));
    }

    private NativeButton example(String text, int number, Consumer<String> append) {
        NativeButton example = new NativeButton("", click -> append.accept(text));
        example.add(new Code(text), new Span(getTranslation("search.help." + number)));
        return example;
    }
}
