package io.opslore.retrieval.engine;

import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.text.Word;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A search engine with two arms: by words and by meaning. It only finds; what it finds is fused and
 * confirmed by the portal, with the same code for every engine. All it holds can be put in again.
 *
 * <p>What was put is visible when the call returns and durable soon after. Every search is cut down
 * to the scope's spaces inside the engine, without the revisions that it withholds; an empty scope
 * finds nothing. Thread-safe.
 */
public interface KnowledgeIndex extends AutoCloseable {

    /** Makes these the revision's only chunks; its windows stay. */
    void putChunks(RevisionId revision, SpaceId space, List<IndexedChunk> chunks);

    /** Makes these the revision's only windows; its chunks stay. */
    void putWindows(RevisionId revision, SpaceId space, List<IndexedWindow> windows);

    /** Takes out all of a revision. */
    void remove(RevisionId revision);

    /** Takes out all of these revisions and leaves nothing of them in the engine's files. */
    void erase(Collection<RevisionId> revisions);

    /** The chunks that hold what is sought, the best first. */
    List<Hit> byWords(WordQuery query, Within within, int limit);

    /** The chunks with the nearest windows, the best first, each once; the score is the cosine. */
    List<Hit> byMeaning(float[] query, Within within, int limit);

    /** Asks both arms; at once where the engine can. */
    default BothArms byBoth(WordQuery words, float[] meaning, Within within, int limit) {
        return new BothArms(byWords(words, within, limit), byMeaning(meaning, within, limit));
    }

    /** The chunks that hold any of the words, the best first. */
    default List<Hit> byWords(List<Word> words, ReadScope scope, int limit) {
        return byWords(WordQuery.anyOf(words), Within.all(scope), limit);
    }

    /** The chunks with the nearest windows in all of the scope. */
    default List<Hit> byMeaning(float[] query, ReadScope scope, int limit) {
        return byMeaning(query, Within.all(scope), limit);
    }

    /** How common the given terms are. */
    Frequencies frequencies(Collection<String> terms);

    /**
     * What is really there, revision by revision, after reading every stored byte once: throws
     * {@link Damaged} if it cannot be read.
     */
    Map<RevisionId, Holding> holdings();

    /** Throws all of it away. */
    void clear();

    @Override
    void close();

    /** What the index holds cannot be trusted; {@link KnowledgeIndex#clear} makes it usable. */
    final class Damaged extends RuntimeException {

        public Damaged(Throwable cause) {
            super("The index cannot be read", cause);
        }
    }
}
