package io.opslore.assistant.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opslore.assistant.Answer;
import io.opslore.assistant.Citation;
import io.opslore.assistant.Remark;
import io.opslore.kit.MarkdownBlocks;
import io.opslore.kit.MarkdownOptions;
import io.opslore.library.ui.DocumentNavigation;
import io.opslore.models.ModelStatus;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One answer, as far as it has come. */
final class AnswerBody extends Div {

    private final Consumer<CitedIn> cited;
    private final Supplier<ModelStatus> model;
    private final Span by = new Span();
    private final Div status = new Div();
    private final Div remarks = new Div();
    private final LookupsFold lookups;
    private final ThoughtsFold thoughts = new ThoughtsFold();
    private final MarkdownBlocks text = new MarkdownBlocks();
    private final Div note = new Div();
    private final SourcesUsed sources;
    private final AnswerFooter footer;
    private @Nullable Answer shown;

    AnswerBody(
            Consumer<CitedIn> cited,
            Again again,
            Supplier<ModelStatus> model,
            SourceLookup sources) {
        this.cited = cited;
        this.model = model;
        this.lookups = new LookupsFold(sources::seen);
        this.sources = new SourcesUsed(cited, sources);
        this.footer = new AnswerFooter(again);
        layOut();
    }

    /** Where it stands, and what can be done with it there. */
    void setPlace(AnswerFooter.Place place) {
        by.setVisible(place.isCompared());
        footer.setPlace(place);
    }

    void show(Answer answer) {
        shown = answer;
        by.setText(answer.model() == null ? "" : answer.model());
        remarks.removeAll();
        answer.remarks().stream().map(AnswerNote::remark).forEach(remarks::add);
        lookups.show(answer);
        thoughts.show(answer);
        text.show(answer.markdown(), options(answer));
        sources.show(answer);
        footer.show(answer);
        note.removeAll();
        notes(answer).forEach(note::add);
        showStatus(answer);
    }

    private void layOut() {
        addClassName("answer");
        by.addClassName("answer-by");
        by.setVisible(false);
        status.addClassName("answer-status");
        remarks.addClassName("answer-remarks");
        // Said once when it changes, not with every word that comes.
        status.getElement().setAttribute("role", "status");
        text.onCite(this::open);
        add(by, remarks, lookups, status, thoughts, text, note, sources, footer);
    }

    private List<AnswerNote> notes(Answer answer) {
        return switch (answer.outcome()) {
            case SEARCHING, LOOKING, WAITING, READING, STREAMING, CHANGES -> List.of();
            case ANSWERED -> flagged(answer);
            case PASSAGES -> quoted(answer);
            case NO_SUPPORT -> List.of(AnswerNote.noSupport());
            case WITHHELD -> List.of(AnswerNote.withheld());
            case STOPPED -> flaggedAnd(answer, AnswerNote.stopped());
            case CUT_OFF -> flaggedAnd(answer, AnswerNote.cutOff(answer.failure()));
            case FAILED -> List.of(AnswerNote.failed(answer.failure()));
            case SEARCH_AWAY -> List.of(AnswerNote.searchAway());
        };
    }

    /** Where no model is for this reader, the remark above has said why. */
    private List<AnswerNote> quoted(Answer answer) {
        if (answer.model() != null) {
            return List.of(AnswerNote.quotedInstead(answer.failure()));
        }
        return answer.remarks().stream().anyMatch(it -> it.kind() == Remark.Kind.MODELS_NOT_ALLOWED)
                ? List.of()
                : List.of(AnswerNote.passages(model.get()));
    }

    private static List<AnswerNote> flagged(Answer answer) {
        return answer.unsupported().isEmpty() ? List.of() : List.of(AnswerNote.unsupported());
    }

    /** What came before the end may be flagged too. */
    private static List<AnswerNote> flaggedAnd(Answer answer, AnswerNote ending) {
        return answer.unsupported().isEmpty()
                ? List.of(ending)
                : List.of(AnswerNote.unsupported(), ending);
    }

    private void showStatus(Answer answer) {
        String wanted =
                switch (answer.outcome()) {
                    case SEARCHING -> getTranslation("ask.searching");
                    case LOOKING -> getTranslation("ask.looking");
                    case WAITING -> getTranslation("ask.waiting", answer.ahead());
                    case READING -> getTranslation("ask.reading");
                    case STREAMING ->
                            getTranslation(isThinking(answer) ? "ask.thinking" : "ask.writing");
                    case ANSWERED,
                            PASSAGES,
                            CHANGES,
                            NO_SUPPORT,
                            WITHHELD,
                            STOPPED,
                            CUT_OFF,
                            FAILED,
                            SEARCH_AWAY ->
                            "";
                };
        if (!wanted.equals(status.getText())) {
            status.setText(wanted);
        }
        status.setVisible(!wanted.isEmpty());
    }

    private static boolean isThinking(Answer answer) {
        return answer.markdown().isEmpty() && !answer.workings().thoughts().isEmpty();
    }

    private void open(int marker) {
        Answer answer = shown;
        if (answer != null) {
            answer.citations().stream()
                    .filter(citation -> citation.marker() == marker)
                    .findFirst()
                    .ifPresent(it -> cited.accept(new CitedIn(it, () -> text.focusMarker(marker))));
        }
    }

    private static MarkdownOptions options(Answer answer) {
        return MarkdownOptions.plain(MarkdownBlocks.labels())
                .citing(
                        answer.citations().stream()
                                .collect(
                                        Collectors.toMap(
                                                Citation::marker,
                                                AnswerBody::address,
                                                (first, second) -> first)),
                        answer.unsupported());
    }

    private static String address(Citation citation) {
        return DocumentNavigation.address(
                citation.document(), citation.revision(), citation.lines());
    }
}
