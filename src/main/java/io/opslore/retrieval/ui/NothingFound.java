package io.opslore.retrieval.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.kit.EmptyState;
import io.opslore.retrieval.SearchResults;
import io.opslore.retrieval.query.SearchText;
import io.opslore.retrieval.query.Term;
import java.util.Locale;
import java.util.function.Consumer;

/** Says that nothing was found, why that may be, and what would find something. */
final class NothingFound extends Div {

    private final Locale language;
    private final Consumer<SearchText> choose;

    /**
     * @param language that of the question
     */
    NothingFound(SearchResults results, Locale language, Consumer<SearchText> choose) {
        this.language = language;
        this.choose = choose;
        addClassName("nothing-found");
        add(
                new EmptyState(
                        VaadinIcon.SEARCH,
                        say("search.nothing"),
                        say(
                                results.loosened().isEmpty()
                                        ? "search.nothing.hint"
                                        : "search.nothing.loosen"),
                        results.loosened().stream()
                                .map(this::proposal)
                                .toArray(NativeButton[]::new)));
        results.unknown().forEach(term -> addComponentAsFirst(unknown(term)));
    }

    private Paragraph unknown(Term.Narrowing term) {
        Paragraph said =
                new Paragraph(say("search.unknown." + term.field().prefix(), term.value()));
        said.addClassNames("note", "warning");
        return said;
    }

    private NativeButton proposal(SearchResults.Loosened wider) {
        String count = wider.documents() + (wider.more() ? "+" : "");
        NativeButton button =
                new NativeButton(label(wider, count), click -> choose.accept(wider.text()));
        button.addClassName("button-link");
        return button;
    }

    private String label(SearchResults.Loosened wider, String count) {
        if (wider.without().size() > 1) {
            return say("search.loosen.only", wider.text().text(), count);
        }
        Term without = wider.without().getFirst();
        return say(key(without), part(without), count);
    }

    private static String key(Term term) {
        return switch (term) {
            case Term.Exact ignored -> "search.loosen.words";
            case Term.Free ignored -> "search.loosen.without";
            case Term.Narrowing ignored -> "search.loosen.without";
        };
    }

    private static String part(Term term) {
        return switch (term) {
            case Term.Exact exact -> exact.text();
            case Term.Free free -> free.text();
            case Term.Narrowing it ->
                    (it.excluded() ? "-" : "") + it.field().prefix() + ":" + it.value();
        };
    }

    private String say(String key, Object... values) {
        return getTranslation(language, key, values);
    }
}
