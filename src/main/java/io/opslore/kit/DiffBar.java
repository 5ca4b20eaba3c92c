package io.opslore.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What stands above a comparison: how much differs, the way from change to change, the layout. */
final class DiffBar extends Div {

    private final Map<DiffLayout, Button> layouts = new EnumMap<>(DiffLayout.class);
    private final List<Consumer<DiffLayout>> listeners = new ArrayList<>();

    DiffBar(TextDiff diff, int changes, DiffLayout layout) {
        addClassName("diff-bar");
        Div choice = new Div(choice(DiffLayout.SIDE), choice(DiffLayout.INLINE));
        choice.addClassName("diff-layouts");
        choice.getElement().setAttribute("role", "group");
        choice.getElement().setAttribute("aria-label", getTranslation("kit.diff.layout"));
        add(new DiffCounts(diff.added(), diff.removed()), steps(changes), choice);
        press(layout);
    }

    void onLayout(Consumer<DiffLayout> listener) {
        listeners.add(listener);
    }

    /** Works in the browser alone; see history.js. */
    private Div steps(int changes) {
        Span place = new Span(getTranslation("kit.diff.changes", changes));
        place.addClassName("diff-place");
        place.getElement().setAttribute("role", "status");
        place.getElement()
                .setAttribute("data-template", getTranslation("kit.diff.change", "#", changes));
        Div steps =
                new Div(
                        step(VaadinIcon.ARROW_UP, "kit.diff.previous", "diff-previous"),
                        step(VaadinIcon.ARROW_DOWN, "kit.diff.next", "diff-next"),
                        place);
        steps.addClassName("diff-steps");
        return steps;
    }

    private IconButton step(VaadinIcon icon, String name, String className) {
        IconButton button = new IconButton(icon, getTranslation(name), () -> {});
        button.addClassName(className);
        return button;
    }

    private Button choice(DiffLayout layout) {
        String name =
                switch (layout) {
                    case SIDE -> "kit.diff.side";
                    case INLINE -> "kit.diff.inline";
                };
        Button button = new Button(getTranslation(name), click -> choose(layout));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        layouts.put(layout, button);
        return button;
    }

    private void choose(DiffLayout layout) {
        press(layout);
        listeners.forEach(listener -> listener.accept(layout));
    }

    private void press(DiffLayout chosen) {
        layouts.forEach((layout, button) ->
                button.getElement().setAttribute("aria-pressed", String.valueOf(layout == chosen)));
    }
}
