package io.opslore.assistant;

import io.opslore.assistant.gate.Terms;
import io.opslore.library.RevisionText;
import io.opslore.retrieval.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Passages mode: without a model the portal itself quotes the parts that fit the question best, 2
 * to 5 of them from at most 3 documents where there are as many.
 */
@Component
class Quoting {

    private static final int DOCUMENTS = 3;
    private static final int QUOTES = 5;

    /** Further quotes must come near the best one. */
    private static final double NEAR = 0.65;

    private final MaskedTexts texts;
    private final SupportRule rule;

    Quoting(MaskedTexts texts, AssistantSettings settings) {
        this.texts = texts;
        this.rule = settings.quoting();
    }

    Ending quote(Support.Held held) {
        Searched searched = held.searched();
        List<Quote> best = chosen(candidates(searched));
        var citations = new ArrayList<Citation>();
        var markdown = new ArrayList<String>();
        for (Quote quote : best) {
            int marker = citations.size() + 1;
            citations.add(
                    Citations.pin(marker, quote.passage(), quote.part().lines(), quote.text()));
            markdown.add(
                    QuoteMarkdown.of(
                            quote.text(), quote.part().lines(), quote.part().kind(), marker));
        }
        return Ending.quoted(
                new Cited(String.join("\n\n", markdown), citations, List.of()),
                Means.of(searched.passages()));
    }

    private List<Quote> candidates(Searched searched) {
        Terms terms = Terms.of(searched.search());
        var quotes = new ArrayList<Quote>();
        var seen = new LinkedHashSet<Object>();
        for (Passage passage : searched.passages()) {
            boolean room = seen.contains(passage.document().id()) || seen.size() < DOCUMENTS;
            Optional<RevisionText> text =
                    room && rule.holds(passage)
                            ? texts.of(passage, searched.asked().asker())
                            : Optional.empty();
            text.ifPresent(found -> {
                seen.add(passage.document().id());
                for (PassagePart part : PassagePart.of(found, passage.lines())) {
                    quotes.add(new Quote(passage, found, part, score(terms, passage, found, part)));
                }
            });
        }
        return quotes;
    }

    /** What the headings say counts half: it tells what the part is about, not what it says. */
    private static double score(Terms terms, Passage passage, RevisionText text, PassagePart part) {
        Set<String> own = terms.heldBy(text.quote(part.lines()));
        Set<String> above =
                new HashSet<>(
                        terms.heldBy(passage.headingPath() + " " + passage.document().title()));
        above.removeAll(own);
        double held = own.size() + 0.5 * above.size();
        // A part that shares not one word with the question is quoted only when its headings fit.
        double words = terms.isEmpty() ? 0 : held / terms.size() * (own.isEmpty() ? 0.5 : 1);
        // What was looked up or pasted for the question fits, in whatever language it is asked.
        return passage.document().isSnapshot() ? Math.max(words, 1) : words;
    }

    private static List<Quote> chosen(List<Quote> candidates) {
        List<Quote> byScore =
                candidates.stream()
                        .filter(quote -> quote.score() > 0)
                        .sorted(Comparator.comparingDouble(Quote::score).reversed())
                        .toList();
        var chosen = new ArrayList<Quote>();
        var texts = new HashSet<String>();
        for (Quote quote : byScore) {
            boolean near = quote.score() >= NEAR * byScore.getFirst().score();
            if (near
                    && chosen.size() < QUOTES
                    && chosen.stream().noneMatch(quote::overlaps)
                    && texts.add(quote.words())) {
                chosen.add(quote);
            }
        }
        return chosen;
    }

    /** A part of a passage and how well it fits. */
    private record Quote(Passage passage, RevisionText text, PassagePart part, double score) {

        boolean overlaps(Quote other) {
            return passage.revision().equals(other.passage.revision())
                    && part.lines().overlaps(other.part.lines());
        }

        String words() {
            return text.quote(part.lines()).replaceAll("\\s+", " ").strip();
        }
    }
}
