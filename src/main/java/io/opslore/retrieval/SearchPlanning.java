package io.opslore.retrieval;

import io.opslore.library.Catalogue;
import io.opslore.library.RevisionId;
import io.opslore.retrieval.engine.GenerationId;
import io.opslore.retrieval.engine.Within;
import io.opslore.retrieval.engine.WordQuery;
import io.opslore.retrieval.query.Field;
import io.opslore.retrieval.query.SearchText;
import io.opslore.retrieval.query.Term;
import io.opslore.retrieval.text.ExactPhrase;
import io.opslore.retrieval.text.Word;
import io.opslore.retrieval.text.Words;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Turns a search text into what the index is asked: kinds, tags, paths and times are worked out in
 * PostgreSQL, which alone knows them as they are now, and reach the index as a set of revisions; a
 * chunk's language never changes, so the index knows it too.
 */
@Component
class SearchPlanning {

    /** From this cosine on a text has to do with the question; measured in decision 3. */
    private static final double RELATED = 0.6;

    /** A space is a matter of the scope, and a language one of chunks. */
    private static final Set<Field> OF_DOCUMENTS =
            EnumSet.complementOf(EnumSet.of(Field.SPACE, Field.LANG));

    private final Words words;
    private final Catalogue catalogue;
    private final ChunkReading chunks;

    SearchPlanning(Words words, Catalogue catalogue, ChunkReading chunks) {
        this.words = words;
        this.catalogue = catalogue;
        this.chunks = chunks;
    }

    /**
     * @param moment when it is asked, and by whom
     */
    SearchPlan plan(SearchText text, SearchMoment moment) {
        var narrowing = new Narrowing(text, moment);
        WordQuery query = query(text);
        boolean listing = query.isEmpty() && text.phrases().isEmpty() && narrows(text);
        List<RevisionId> matching =
                narrowing.unknown().isEmpty() && (listing || narrowsDocuments(text))
                        ? matching(narrowing, moment.generation().id())
                        : List.of();
        var within =
                new Within(
                        narrowing.scope(),
                        narrowsDocuments(text)
                                ? Optional.of(new LinkedHashSet<>(matching))
                                : Optional.empty(),
                        narrowing.languages());
        return new SearchPlan(
                sought(text, query, narrowing, within),
                listing ? matching : List.of(),
                narrowing.unknown());
    }

    private WordQuery query(SearchText text) {
        List<Word> wanted = words.ofQuery(text.subject());
        List<List<Word>> phrases =
                text.phrases().stream().map(words::of).filter(phrase -> !phrase.isEmpty()).toList();
        int half = Math.ceilDiv(wanted.size(), 2);
        return new WordQuery(wanted, phrases, half);
    }

    private Sought sought(SearchText text, WordQuery query, Narrowing narrowing, Within within) {
        return new Sought(
                text.subject(),
                words.ofQuery(text.words()),
                text.phrases().stream().map(ExactPhrase::new).toList(),
                query,
                RELATED,
                within,
                text.subject().isEmpty()
                        ? Optional.empty()
                        : Sought.languageOf(text.subject(), words));
    }

    private List<RevisionId> matching(Narrowing narrowing, GenerationId generation) {
        List<RevisionId> matching = catalogue.matching(narrowing.filter(), narrowing.scope());
        return narrowing.languages().isEmpty()
                ? matching
                : chunks.in(generation, narrowing.languages(), matching);
    }

    private static boolean narrows(SearchText text) {
        return !text.narrowings().isEmpty();
    }

    private static boolean narrowsDocuments(SearchText text) {
        return text.narrowings().stream()
                .map(Term.Narrowing::field)
                .anyMatch(OF_DOCUMENTS::contains);
    }
}
