package io.opslore.assistant.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.opslore.assistant.Answer;
import io.opslore.assistant.Lookup;
import io.opslore.library.DocumentId;
import io.opslore.library.RevisionId;
import io.opslore.library.ui.DocumentNavigation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was looked up in live systems for an answer: a line for each call, which unfolds to what was
 * found, as far as the reader may see it.
 */
final class LookupsFold extends Div {

    /** Nobody called these. */
    private static final Set<String> PASTED = Set.of(Lookup.PASTED, Lookup.PASTED_FINDINGS);

    private final Function<Lookup, Optional<String>> seen;
    private List<Lookup> shown = List.of();

    LookupsFold(Function<Lookup, Optional<String>> seen) {
        this.seen = seen;
        addClassName("lookups");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("ask.lookups"));
        setVisible(false);
    }

    void show(Answer answer) {
        List<Lookup> lookups = answer.workings().lookups();
        if (!lookups.equals(shown)) {
            // Those that have ended do not change any more: what the reader has unfolded stays so.
            int same = 0;
            while (same < Math.min(shown.size(), lookups.size())
                    && shown.get(same).equals(lookups.get(same))) {
                same++;
            }
            for (int old = shown.size(); old > same; old--) {
                remove(getComponentAt(old - 1));
            }
            lookups.subList(same, lookups.size()).forEach(one -> add(line(one)));
            shown = lookups;
        }
        setVisible(!lookups.isEmpty());
    }

    private Details line(Lookup lookup) {
        Span title = new Span(ToolText.title(lookup.tool(), lookup.title()));
        Span arguments = new Span(lookup.arguments());
        arguments.addClassName("secondary");
        Span state = new Span(state(lookup));
        state.addClassNames("secondary", "lookup-state");
        Span summary = new Span(title, arguments, state);
        summary.addClassName("lookup");
        var line = new Details(summary);
        line.addClassName("lookup-" + lookup.state().name().toLowerCase(Locale.ROOT));
        line.setEnabled(lookup.state() != Lookup.State.RUNNING);
        line.addOpenedChangeListener(change -> {
            if (change.isOpened() && line.getContent().findAny().isEmpty()) {
                content(line, lookup);
            }
        });
        return line;
    }

    private void content(Details line, Lookup lookup) {
        if (!PASTED.contains(lookup.tool())) {
            Span tool = new Span(getTranslation("ask.lookups.tool", lookup.tool()));
            tool.addClassName("secondary");
            line.add(tool);
        }
        if (lookup.state() == Lookup.State.FAILED) {
            line.add(new Div(lookup.failure()));
            return;
        }
        Optional<String> text = seen.apply(lookup);
        Pre found = new Pre(text.orElseGet(() -> getTranslation("ask.lookups.hidden")));
        found.addClassName("lookup-text");
        found.getElement().setAttribute("tabindex", "0");
        line.add(found);
        address(lookup.document(), lookup.revision())
                .filter(address -> text.isPresent())
                .ifPresent(address ->
                        line.add(new Anchor(address, getTranslation("ask.lookups.open"))));
    }

    private static Optional<String> address(@Nullable UUID document, @Nullable UUID revision) {
        return document == null || revision == null
                ? Optional.empty()
                : Optional.of(
                        DocumentNavigation.address(
                                new DocumentId(document), new RevisionId(revision)));
    }

    private String state(Lookup lookup) {
        return switch (lookup.state()) {
            case RUNNING -> getTranslation("ask.lookups.running");
            case FAILED -> getTranslation("ask.lookups.failed");
            case FOUND -> found(lookup);
        };
    }

    private String found(Lookup lookup) {
        String what =
                switch (lookup.tool()) {
                    case Lookup.PASTED -> "looking.lines";
                    case Lookup.PASTED_FINDINGS -> "looking.findings";
                    default -> "ask.lookups.rows";
                };
        return lookup.masked() == 0
                ? getTranslation(what, lookup.rows())
                : getTranslation(what + ".masked", lookup.rows(), lookup.masked());
    }
}
