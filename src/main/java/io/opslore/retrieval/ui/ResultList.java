package io.opslore.retrieval.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.SearchResults;
import io.opslore.retrieval.query.SearchText;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** What was found, in words and one by one. Speaks the language of the question. */
final class ResultList extends Div {

    private final Consumer<SearchText> choose;
    private final Runnable showMore;

    ResultList(Consumer<SearchText> choose, Runnable showMore) {
        this.choose = choose;
        this.showMore = showMore;
        addClassName("search-results");
    }

    /** While a search runs, what was found before stays where it is. */
    void setBusy(boolean busy) {
        getElement().setAttribute("aria-busy", String.valueOf(busy));
    }

    void show(Component instead) {
        removeAll();
        add(instead);
    }

    void show(SearchResults results, int most, Function<SpaceId, String> spaces) {
        removeAll();
        Locale language =
                results.language().map(it -> Locale.of(it.code())).orElseGet(this::getLocale);
        if (results.meaningAway()) {
            add(wordsOnly());
        }
        if (results.documents().isEmpty()) {
            add(new NothingFound(results, language, choose));
            return;
        }
        OrderedList list = new OrderedList();
        results.documents()
                .forEach(found ->
                        list.add(new ResultCard(found, spaces.apply(found.document().space()))));
        add(summary(results, language), list);
        if (results.count() > results.documents().size()) {
            add(rest(results, most));
        }
    }

    private Paragraph summary(SearchResults results, Locale language) {
        String count =
                NumberFormat.getIntegerInstance(language).format(results.count())
                        + (results.more() ? "+" : "");
        Paragraph summary = new Paragraph(getTranslation(language, "search.found", count));
        summary.addClassName("search-summary");
        summary.getElement().setAttribute("role", "status");
        summary.getElement().setAttribute("lang", language.getLanguage());
        return summary;
    }

    private Paragraph wordsOnly() {
        Paragraph note = new Paragraph(getTranslation("search.wordsOnly"));
        note.addClassName("search-words-only");
        note.getElement().setAttribute("role", "status");
        return note;
    }

    private Component rest(SearchResults results, int most) {
        if (results.documents().size() >= most) {
            Paragraph narrow = new Paragraph(getTranslation("search.narrow", most));
            narrow.addClassName("secondary");
            return narrow;
        }
        Button more = new Button(getTranslation("search.more"), click -> showMore.run());
        more.setDisableOnClick(true);
        more.addClassName("search-more");
        return more;
    }
}
