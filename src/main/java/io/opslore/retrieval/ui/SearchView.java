package io.opslore.retrieval.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.identity.Asker;
import io.opslore.identity.SignedIn;
import io.opslore.kit.EmptyState;
import io.opslore.kit.IconButton;
import io.opslore.kit.Toast;
import io.opslore.library.Space;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.retrieval.Search;
import io.opslore.retrieval.SearchResults;
import io.opslore.retrieval.query.SearchText;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.stream.Collectors;

/** Searching: the text at the top says all, the facets change it, and the address holds it. */
@Route(SearchNavigation.ROUTE)
@Menu(title = "Search", order = 1.5, icon = "vaadin:search")
@RolesAllowed(SignedIn.USER)
class SearchView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 20;
    private static final int MOST = 200;

    private final Search search;
    private final Spaces spaces;
    private final Asker asker;
    private final LatestSearch latest = new LatestSearch(this::show);
    private final SearchField field = new SearchField(this::typed, this::entered);
    private final FacetPanel facets = new FacetPanel(this::choose);
    private final ResultList results = new ResultList(this::choose, this::showMore);
    private String sought = "";
    private int limit = PAGE;

    SearchView(Search search, Spaces spaces, SignedIn signedIn) {
        this.search = search;
        this.spaces = spaces;
        this.asker = signedIn.asker();
        layOut();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String text =
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter(SearchNavigation.TEXT)
                        .orElse("");
        field.setValue(text);
        search(text, PAGE);
    }

    @Override
    public String getPageTitle() {
        return (sought.isBlank() ? getTranslation("search.title") : sought) + " · OpsLore";
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().addJavaScript("context://search.js");
        field.focus();
        search(sought, limit);
    }

    private void layOut() {
        addClassName("search-view");
        IconButton filters =
                new IconButton(VaadinIcon.FILTER, getTranslation("search.facets"), facets::toggle);
        filters.addClassName("narrow-only");
        Div bar = new Div(field, filters);
        bar.addClassName("search-bar");
        bar.getElement().setAttribute("role", "search");
        Div body = new Div(facets, results);
        body.addClassName("search-body");
        add(bar, body);
    }

    private void typed(String text) {
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, SearchNavigation.address(text.strip()));
        search(text, PAGE);
    }

    /** Only now it is a step that Back leads behind. */
    private void entered(String text) {
        UI.getCurrent()
                .getPage()
                .getHistory()
                .pushState(null, SearchNavigation.address(text.strip()));
        search(text, PAGE);
    }

    private void choose(SearchText text) {
        field.setValue(text.text());
        entered(text.text());
    }

    private void append(String example) {
        choose(SearchText.of((field.getValue() + " " + example).strip()));
        field.focus();
    }

    private void showMore() {
        search(sought, Math.min(limit + PAGE, MOST));
    }

    private void search(String text, int most) {
        sought = text.strip();
        limit = most;
        String wanted = sought;
        if (wanted.isEmpty()) {
            facets.removeAll();
            results.show(new SearchHelp(this::append));
        }
        results.setBusy(!wanted.isEmpty());
        getUI().filter(ui -> !wanted.isEmpty())
                .ifPresent(ui -> latest.start(() -> search.search(wanted, most, asker), ui));
    }

    private void show(LatestSearch.Ended ended) {
        results.setBusy(false);
        switch (ended) {
            case LatestSearch.Ended.Found found when sought.isEmpty() -> {}
            case LatestSearch.Ended.Found found -> show(found.results());
            case LatestSearch.Ended.Away away -> showAway();
            case LatestSearch.Ended.Failed failed -> Toast.failed(getTranslation("search.failed"));
        }
    }

    /** What was found before would look like the answer. */
    private void showAway() {
        facets.removeAll();
        results.show(
                new EmptyState(
                        VaadinIcon.PLUG,
                        getTranslation("index.away"),
                        getTranslation("index.away.hint")));
    }

    private void show(SearchResults found) {
        Map<SpaceId, String> names =
                spaces.readable(asker).stream().collect(Collectors.toMap(Space::id, Space::name));
        facets.show(found);
        results.show(found, MOST, space -> names.getOrDefault(space, ""));
        UI.getCurrent().getPage().setTitle(getPageTitle());
    }
}
