package io.opslore.library.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.kit.ReaderDates;
import io.opslore.library.Document;
import io.opslore.library.Format;
import io.opslore.library.Mask;
import io.opslore.library.Masks;
import io.opslore.library.Revision;
import java.util.List;

/** What the reader should know before relying on a document: it is old, unfinished, removed. */
final class DocumentNotes extends Div {

    /** Links to documents with the same content; of more, only the number is told. */
    private static final int MOST_TWINS = 5;

    private final OpenedDocument opened;
    private final DocumentActions actions;
    private final MaskReading masks;
    private final Runnable reload;

    /**
     * @param reload runs when the document has changed by what is offered here
     */
    DocumentNotes(
            OpenedDocument opened,
            Surroundings around,
            DocumentActions actions,
            MaskReading masks,
            Runnable reload) {
        this.opened = opened;
        this.actions = actions;
        this.masks = masks;
        this.reload = reload;
        addClassName("document-notes");
        if (opened.document().binned() != null) {
            add(binned());
        } else if (opened.document().isSnapshot()) {
            add(
                    Note.quiet(
                            VaadinIcon.EYE,
                            getTranslation(
                                    opened.document().isPasted()
                                            ? "document.pasted"
                                            : "document.snapshot")));
        } else if (isPending()) {
            add(pending());
        }
        if (opened.isOld() && !opened.document().isSnapshot()) {
            add(old(around.mayChange()));
        }
        if (!around.twins().isEmpty()) {
            add(twins(around.twins()));
        }
        opened.release()
                .masks()
                .map(Masks::all)
                .filter(all -> !all.isEmpty())
                .ifPresent(this::tell);
    }

    private boolean isPending() {
        return !opened.document().newest().equals(opened.document().current());
    }

    private Note binned() {
        Document document = opened.document();
        return Note.warning(
                VaadinIcon.TRASH,
                getTranslation("bin.note", ReaderDates.text(actions.lastDay(document))),
                button("bin.restore", () -> actions.bringBack(document, reload)));
    }

    private Note pending() {
        Revision newest = opened.revisions().getFirst();
        boolean first = opened.document().current() == null;
        String text =
                first
                        ? getTranslation("document.pending.first")
                        : getTranslation("document.pending", newest.number(), standing().number());
        return Note.quiet(VaadinIcon.HOURGLASS, text);
    }

    private Note old(boolean mayChange) {
        Document document = opened.document();
        Revision shown = opened.shown();
        Note note =
                Note.warning(
                        VaadinIcon.TIME_BACKWARD,
                        getTranslation("document.old", shown.number()),
                        new Anchor(
                                DocumentNavigation.address(document.id()),
                                getTranslation("document.old.newest", standing().number())),
                        new Anchor(
                                DocumentNavigation.compareAddress(
                                        document.id(), shown.id(), standing().id()),
                                getTranslation("revisions.compareWith", standing().number())));
        if (mayChange) {
            note.add(button("revisions.restore", () -> actions.restore(shown, reload)));
        }
        return note;
    }

    private void tell(List<Mask> masked) {
        boolean withheld = isPdf() && !opened.release().drawn();
        String text = withheld ? "masks.note.withheld" : "masks.note";
        add(
                Note.quiet(
                        VaadinIcon.EYE_SLASH,
                        getTranslation(text, masked.size()),
                        button("masks.show", () -> new MasksDialog(opened.shown(), masks).open())));
    }

    private boolean isPdf() {
        return opened.text().filter(text -> text.format() == Format.PAGES).isPresent();
    }

    private Note twins(List<Document> twins) {
        Note note = Note.quiet(VaadinIcon.COPY_O, getTranslation("document.twins"));
        twins.stream()
                .limit(MOST_TWINS)
                .map(twin -> new Anchor(DocumentNavigation.address(twin.id()), twin.path()))
                .forEach(note::add);
        if (twins.size() > MOST_TWINS) {
            note.add(new Span(getTranslation("document.twins.more", twins.size() - MOST_TWINS)));
        }
        return note;
    }

    private Revision standing() {
        return OpenedDocument.standing(opened.document(), opened.revisions());
    }

    private Button button(String name, Runnable action) {
        Button button = new Button(getTranslation(name), click -> action.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
