package io.opslore.assistant.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.opslore.assistant.Citation;
import io.opslore.assistant.CitedSource;
import io.opslore.kit.ReaderDates;
import io.opslore.library.Details;
import io.opslore.library.Document;
import io.opslore.library.Standing;
import io.opslore.library.ui.DocumentNavigation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What has become of a cited source since, in full, with the ways to look closer. */
final class SourceNotes extends Div {

    SourceNotes(Citation citation, CitedSource source) {
        addClassName("source-notes");
        switch (source.standing()) {
            case Standing.Current() -> {}
            case Standing.Changed changed -> addChange(citation, source, changed);
            case Standing.Removed() -> say("ask.source.removed.hint");
            case Standing.Hidden() -> say("ask.source.hidden.hint");
        }
        Document document = source.document();
        if (document != null) {
            addStatus(document.details(), source.successor());
        }
    }

    private void addChange(Citation citation, CitedSource source, Standing.Changed changed) {
        say(source.readsTheSame() ? "ask.source.changedElsewhere.hint" : "ask.source.changed.hint");
        add(
                new Anchor(
                        DocumentNavigation.compareAddress(
                                citation.document(), citation.revision(), changed.current()),
                        getTranslation("ask.source.compare")));
    }

    private void addStatus(Details details, @Nullable Document successor) {
        if (details.isSuperseded()) {
            say("ask.source.superseded.hint");
            if (successor != null) {
                add(new Anchor(DocumentNavigation.address(successor.id()), successor.title()));
            }
        }
        LocalDate reviewOn = details.reviewOn();
        if (reviewOn != null && details.isDueForReview(ReaderDates.today())) {
            add(
                    new Paragraph(
                            getTranslation(
                                    "ask.source.reviewDue.hint", ReaderDates.text(reviewOn))));
        }
    }

    private void say(String key) {
        add(new Paragraph(getTranslation(key)));
    }
}
