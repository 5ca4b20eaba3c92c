package io.opslore.assistant.gate;

import io.opslore.library.LineRange;
import io.opslore.retrieval.Passage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Lets of a model's text only through what can be followed back to the passages it was given: every
 * marker that is left has its source, and sentences whose numbers, names or commands do not stand
 * in their sources are named. One per answer, because it remembers what it has looked at; not
 * thread-safe.
 */
public final class CitationGate {

    private static final int CLAIM = 4;

    private final List<Evidence> evidence;
    private final List<Narrowing> narrowing;
    private final Map<Sentence, Verdict> known = new HashMap<>();

    /** For a text that was written from these passages, the first of which is {@code [1]}. */
    public CitationGate(List<Passage> given) {
        evidence = given.stream().map(Evidence::new).toList();
        narrowing = given.stream().map(Narrowing::new).toList();
    }

    /**
     * A text that is still growing: what is half there is held back, the last sentence unjudged.
     */
    public Gated growing(String text) {
        return pass(Markers.settled(Abstention.settled(text)), false);
    }

    /** A text that has ended, wherever that was. */
    public Gated ended(String text) {
        return pass(text, true);
    }

    private Gated pass(String text, boolean ended) {
        if (Abstention.isSaid(text, evidence.size())) {
            return Gated.ABSTAINED;
        }
        var markers = new Markers(evidence.size());
        String markdown = markers.rewritten(Abstention.removed(text)).strip();
        List<Sentence> sentences = Sentences.of(markdown);
        List<Sentence> judged =
                ended || sentences.isEmpty()
                        ? sentences
                        : sentences.subList(0, sentences.size() - 1);
        List<Integer> order = markers.order().stream().map(passage -> passage - 1).toList();
        return new Gated(false, markdown, sources(order, sentences), unsupported(order, judged));
    }

    private List<String> unsupported(List<Integer> order, List<Sentence> sentences) {
        var unsupported = new ArrayList<String>();
        for (Sentence sentence : sentences) {
            boolean bad =
                    order.isEmpty() ? isClaim(sentence) : !verdict(sentence, order).borneOut();
            if (bad && !unsupported.contains(sentence.text())) {
                unsupported.add(sentence.text());
            }
        }
        return unsupported;
    }

    /** With nothing cited at all, whatever says something is unsupported. */
    private static boolean isClaim(Sentence sentence) {
        boolean leadsOn = sentence.text().endsWith(":") || sentence.text().endsWith("?");
        return !Facts.of(sentence).isEmpty()
                || (sentence.kind() != Sentence.Kind.HEADING
                        && !leadsOn
                        && Terms.wordsOf(sentence.text()).size() >= CLAIM);
    }

    private List<Gated.Source> sources(List<Integer> order, List<Sentence> sentences) {
        return IntStream.rangeClosed(1, order.size())
                .mapToObj(marker -> source(marker, order, sentences))
                .toList();
    }

    private Gated.Source source(int marker, List<Integer> order, List<Sentence> sentences) {
        int passage = order.get(marker - 1);
        LineRange all = evidence.get(passage).passage().lines();
        LineRange lines =
                sentences.stream()
                        .filter(sentence -> sentence.markers().contains(marker))
                        .map(sentence -> verdict(sentence, order).lines().get(passage))
                        .filter(range -> range != null)
                        .reduce(CitationGate::span)
                        .orElse(all);
        return new Gated.Source(evidence.get(passage).passage(), lines);
    }

    private static LineRange span(LineRange one, LineRange other) {
        return new LineRange(
                Math.min(one.first(), other.first()), Math.max(one.last(), other.last()));
    }

    private Verdict verdict(Sentence sentence, List<Integer> order) {
        List<Integer> cited =
                sentence.markers().stream().map(marker -> order.get(marker - 1)).toList();
        return known.computeIfAbsent(sentence.sharing(cited), this::judge);
    }

    /** Judges a sentence that names its passages by index. */
    private Verdict judge(Sentence sentence) {
        List<Integer> cited = sentence.markers();
        boolean borneOut =
                Facts.of(sentence).stream()
                        .allMatch(fact ->
                                cited.stream()
                                        .anyMatch(passage -> evidence.get(passage).bearsOut(fact)));
        var lines = new HashMap<Integer, LineRange>();
        for (int passage : cited) {
            Optional<LineRange> narrow =
                    borneOut ? narrowing.get(passage).to(sentence.text()) : Optional.empty();
            narrow.ifPresent(range -> lines.put(passage, range));
        }
        return new Verdict(borneOut, lines);
    }

    private record Verdict(boolean borneOut, Map<Integer, LineRange> lines) {}
}
