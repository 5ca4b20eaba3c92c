package io.opslore.ingest.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.ingest.IngestProgress;
import io.opslore.ingest.IngestState;
import io.opslore.kit.IconButton;
import io.opslore.kit.TimeText;
import io.opslore.library.Document;
import io.opslore.library.DocumentKind;
import io.opslore.library.RevisionId;
import io.opslore.library.Twins;
import io.opslore.library.ui.DocumentNavigation;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What stands in the cells of a space's tree. */
final class TreeCells {

    private static final int MOST_TAGS = 4;

    private final Shelf shelf;
    private @Nullable Consumer<RevisionId> retry;

    TreeCells(Shelf shelf) {
        this.shelf = shelf;
    }

    void setRetry(Consumer<RevisionId> action) {
        retry = action;
    }

    static String kind(DocumentKind kind) {
        return I18NProvider.translate("browse.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    Div name(TreeEntry entry) {
        Div name = new Div();
        name.addClassName("entry");
        switch (entry) {
            case TreeEntry.Folder folder ->
                    name.add(new Icon(VaadinIcon.FOLDER_O), new Span(folder.name()));
            case TreeEntry.File file -> {
                name.add(
                        new Icon(VaadinIcon.FILE_TEXT_O),
                        new Anchor(DocumentNavigation.address(file.document()), file.name()));
                if (shelf.isNarrowed(file.document())) {
                    name.add(lock());
                }
                about(name, file);
            }
        }
        return name;
    }

    Span state(TreeEntry entry) {
        return switch (entry) {
            case TreeEntry.Folder folder -> new Span();
            case TreeEntry.File file -> state(file);
        };
    }

    Span changed(TreeEntry entry) {
        return switch (entry) {
            case TreeEntry.Folder folder -> new Span();
            case TreeEntry.File file -> new Span(new TimeText(shelf.changedAt(file)));
        };
    }

    private static Span lock() {
        Span lock = new Span(new Icon(VaadinIcon.LOCK));
        lock.addClassName("lock-badge");
        lock.setTitle(I18NProvider.translate("access.isNarrowed"));
        lock.getElement().setAttribute("role", "img");
        lock.getElement().setAttribute("aria-label", lock.getTitle().orElse(""));
        return lock;
    }

    private void about(Div name, TreeEntry.File file) {
        Document document = shelf.document(file.document());
        if (document != null) {
            if (!document.title().equals(file.name())) {
                Span title = new Span(document.title());
                title.addClassName("secondary");
                name.add(title);
            }
            labels(name, document);
        }
        Twins.Twin twin = shelf.twin(file.document());
        if (twin != null) {
            name.add(TwinText.of(twin));
        }
    }

    private static void labels(Div name, Document document) {
        DocumentKind kind = document.details().kind();
        if (kind != DocumentKind.OTHER) {
            Span label = new Span(kind(kind));
            label.addClassNames("label", "kind");
            name.add(label);
        }
        document.details().tags().stream()
                .limit(MOST_TAGS)
                .forEach(tag -> {
                    Span label = new Span(tag);
                    label.addClassNames("label", "tag");
                    name.add(label);
                });
    }

    private Span state(TreeEntry.File file) {
        IngestProgress progress = shelf.progress(file.document());
        Span state = StateText.of(progress == null ? null : progress.state());
        Consumer<RevisionId> again = retry;
        if (progress == null
                || again == null
                || !(progress.state() instanceof IngestState.Failed)) {
            return state;
        }
        IconButton button =
                new IconButton(
                        VaadinIcon.REFRESH,
                        I18NProvider.translate("batch.retry", file.name()),
                        () -> again.accept(progress.revision()));
        Span both = new Span(state, button);
        both.addClassName("failed-state");
        return both;
    }
}
