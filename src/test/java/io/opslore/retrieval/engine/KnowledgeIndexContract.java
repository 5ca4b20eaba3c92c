package io.opslore.retrieval.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.lucene.SnowballStemming;
import io.opslore.retrieval.text.Language;
import io.opslore.retrieval.text.Word;
import io.opslore.retrieval.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the portal relies on, whichever engine it runs on. */
public abstract class KnowledgeIndexContract {

    protected static final Words WORDS = new Words(SnowballStemming::new);

    private static final SpaceId SPACE = new SpaceId(UUID.randomUUID());
    private static final SpaceId OTHER = new SpaceId(UUID.randomUUID());
    private static final ReadScope SCOPE = new ReadScope(Set.of(SPACE));

    protected KnowledgeIndex index;

    /** A fresh and empty index for vectors of three numbers. */
    protected abstract KnowledgeIndex create();

    @BeforeEach
    void open() {
        index = create();
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void findsWhatWasPutAsSoonAsTheCallReturns() {
        RevisionId revision = put(SPACE, "The gateway listens on port 8443.", "Nothing else.");

        assertThat(words("gateways listening")).containsExactly(new ChunkKey(revision, 0));
    }

    @Test
    void findsInBothLanguagesWithinOneQuery() {
        RevisionId english = put(SPACE, "Restarting the ingress controller");
        RevisionId russian = put(SPACE, "Перезапуск контроллера входа");

        assertThat(words("перезапустить контроллер ingress"))
                .containsExactlyInAnyOrder(new ChunkKey(english, 0), new ChunkKey(russian, 0));
    }

    @Test
    void findsNamesWholeAndByTheirParts() {
        RevisionId alert = put(SPACE, "Alert KubePodCrashLooping fires in kube-system/web.v2");
        put(SPACE, "Something about other things");

        for (String query :
                List.of(
                        "KubePodCrashLooping",
                        "kubepodcrashlooping",
                        "crash",
                        "kube-system",
                        "web.v2",
                        "v2")) {
            assertThat(words(query)).as(query).containsExactly(new ChunkKey(alert, 0));
        }
    }

    @Test
    void findsByHeadingTitleAndPathToo() {
        RevisionId revision = revision();
        index.putChunks(
                revision,
                SPACE,
                List.of(
                        new IndexedChunk(
                                0, Language.EN, "ops/redis.md", "Caching", "Eviction", "text")));

        assertThat(words("redis")).hasSize(1);
        assertThat(words("caches")).hasSize(1);
        assertThat(words("evictions")).hasSize(1);
    }

    @Test
    void aMatchInTheHeadingCountsMore() {
        RevisionId inText = revision();
        RevisionId inHeading = revision();
        index.putChunks(inText, SPACE, List.of(chunk(0, "Other", "eviction happens here")));
        index.putChunks(inHeading, SPACE, List.of(chunk(0, "Eviction", "it happens here now")));

        assertThat(words("eviction"))
                .containsExactly(new ChunkKey(inHeading, 0), new ChunkKey(inText, 0));
    }

    @Test
    void wordsNeverLeaveTheScope() {
        put(OTHER, "the secret port of the vault");
        RevisionId mine = put(SPACE, "the port of the gateway");

        assertThat(words("secret vault port")).containsExactly(new ChunkKey(mine, 0));
        assertThat(index.byWords(WORDS.ofQuery("port"), new ReadScope(Set.of()), 10)).isEmpty();
        assertThat(
                        index.byWords(
                                WORDS.ofQuery("port"),
                                new ReadScope(Set.of(new SpaceId(UUID.randomUUID()))),
                                10))
                .isEmpty();
    }

    @Test
    void meaningNeverLeavesTheScope() {
        putWindows(OTHER, window(0, 1, 0, 0));
        RevisionId mine = putWindows(SPACE, window(0, 0, 1, 0));

        assertThat(meaning(1, 0, 0)).containsExactly(new ChunkKey(mine, 0));
        assertThat(index.byMeaning(new float[] {1, 0, 0}, new ReadScope(Set.of()), 10)).isEmpty();
        assertThat(
                        index.byMeaning(
                                new float[] {1, 0, 0},
                                new ReadScope(Set.of(new SpaceId(UUID.randomUUID()))),
                                10))
                .isEmpty();
    }

    @Test
    void aSearchIsCutDownToTheRevisionsThatAreWanted() {
        RevisionId wanted = put(SPACE, "port one");
        put(SPACE, "port two");
        RevisionId foreign = put(OTHER, "port three");
        RevisionId near = putWindows(SPACE, window(0, 0, 1, 0));
        putWindows(SPACE, window(0, 1, 0, 0));
        var within = new Within(SCOPE, Optional.of(Set.of(wanted, foreign, near)));

        assertThat(index.byWords(WordQuery.anyOf(WORDS.ofQuery("port")), within, 10))
                .extracting(Hit::chunk)
                .containsExactly(new ChunkKey(wanted, 0));
        assertThat(index.byMeaning(new float[] {1, 0, 0}, within, 10))
                .extracting(Hit::chunk)
                .containsExactly(new ChunkKey(near, 0));
    }

    @Test
    void aSearchIsCutDownToTheLanguagesThatAreWanted() {
        RevisionId mixed = revision();
        index.putChunks(
                mixed,
                SPACE,
                List.of(chunk(0, "", "the port"), inRussian(chunk(1, "", "порт port"))));
        index.putWindows(
                mixed, SPACE, List.of(window(0, 1, 0, 0), inRussian(window(1, 0.9f, 0.1f, 0))));

        for (Language language : Language.values()) {
            var within = new Within(SCOPE, Optional.empty(), Set.of(language));
            var wanted = new ChunkKey(mixed, language == Language.EN ? 0 : 1);
            assertThat(index.byWords(WordQuery.anyOf(WORDS.ofQuery("port")), within, 10))
                    .extracting(Hit::chunk)
                    .containsExactly(wanted);
            assertThat(index.byMeaning(new float[] {1, 0, 0}, within, 10))
                    .extracting(Hit::chunk)
                    .containsExactly(wanted);
        }
    }

    /** A filter that only looked at the best few would lose it. */
    @Test
    void whatIsRareIsFoundBehindHundredsThatFitBetter() {
        index.putChunks(
                revision(),
                SPACE,
                IntStream.range(0, 400).mapToObj(n -> chunk(n, "port", "port port")).toList());
        index.putWindows(
                revision(),
                SPACE,
                IntStream.range(0, 400).mapToObj(n -> window(n, 1, 0, 0)).toList());
        RevisionId rare = revision();
        index.putChunks(
                rare,
                SPACE,
                List.of(inRussian(chunk(0, "", "очень длинный текст, где есть port"))));
        index.putWindows(rare, SPACE, List.of(inRussian(window(0, 0, 1, 0))));

        for (Within within :
                List.of(
                        new Within(SCOPE, Optional.empty(), Set.of(Language.RU)),
                        new Within(SCOPE, Optional.of(Set.of(rare))))) {
            assertThat(index.byWords(WordQuery.anyOf(WORDS.ofQuery("port")), within, 2))
                    .extracting(Hit::chunk)
                    .containsExactly(new ChunkKey(rare, 0));
            assertThat(index.byMeaning(new float[] {1, 0, 0}, within, 2))
                    .extracting(Hit::chunk)
                    .containsExactly(new ChunkKey(rare, 0));
        }
    }

    @Test
    void noRevisionsWantedFindNothing() {
        put(SPACE, "port");
        putWindows(SPACE, window(0, 1, 0, 0));
        var nowhere = new Within(SCOPE, Optional.of(Set.of()));

        assertThat(index.byWords(WordQuery.anyOf(WORDS.ofQuery("port")), nowhere, 10)).isEmpty();
        assertThat(index.byMeaning(new float[] {1, 0, 0}, nowhere, 10)).isEmpty();
    }

    @Test
    void aPhraseIsWordsInARowStopWordsIncluded() {
        RevisionId held = put(SPACE, "It ends with the exit code 137 of kube-system/web.v2 there");
        put(SPACE, "The code of an exit: 137, with the web.v2 of kube-system");

        for (String phrase :
                List.of(
                        "exit code 137",
                        "ends with the exit",
                        "137 of kube-system",
                        "web.v2 there")) {
            assertThat(phrases(List.of(phrase))).as(phrase).containsExactly(new ChunkKey(held, 0));
        }
        assertThat(phrases(List.of("code exit"))).isEmpty();
    }

    @Test
    void allPhrasesMustBeThere() {
        put(SPACE, "exit code 137");
        RevisionId both = put(SPACE, "exit code 137, killed for memory");

        assertThat(phrases(List.of("exit code", "for memory")))
                .containsExactly(new ChunkKey(both, 0));
    }

    @Test
    void atLeastSoManyWordsMustBeThere() {
        put(SPACE, "port");
        RevisionId two = put(SPACE, "kube-system port");

        List<Word> words = WORDS.ofQuery("port gateway kube-system");

        assertThat(index.byWords(new WordQuery(words, List.of(), 2), Within.all(SCOPE), 10))
                .extracting(Hit::chunk)
                .containsExactly(new ChunkKey(two, 0));
    }

    @Test
    void aScopeOfSeveralSpacesCoversThemAll() {
        put(OTHER, "port");
        put(SPACE, "port");

        assertThat(index.byWords(WORDS.ofQuery("port"), new ReadScope(Set.of(SPACE, OTHER)), 10))
                .hasSize(2);
    }

    @Test
    void aChunkIsFoundOnceByItsBestWindow() {
        RevisionId revision =
                putWindows(SPACE, window(0, 0, 1, 0), window(0, 0.6f, 0.8f, 0), window(1, 0, 0, 1));

        List<Hit> hits = index.byMeaning(new float[] {1, 0, 0}, SCOPE, 10);

        assertThat(hits)
                .extracting(Hit::chunk)
                .containsExactly(new ChunkKey(revision, 0), new ChunkKey(revision, 1));
        assertThat(hits.getFirst().score()).isCloseTo(0.6, within(1e-5));
        assertThat(hits.getLast().score()).isCloseTo(0, within(1e-5));
    }

    @Test
    void puttingAgainReplacesOnlyThatKindOfThatRevision() {
        RevisionId other = put(SPACE, "gateway");
        RevisionId revision = put(SPACE, "gateway old", "gateway older");
        index.putWindows(revision, SPACE, List.of(window(0, 1, 0, 0)));

        index.putChunks(revision, SPACE, List.of(chunk(0, "", "gateway new")));
        index.putWindows(revision, SPACE, List.of(window(0, 1, 0, 0), window(0, 0, 1, 0)));

        assertThat(words("older")).isEmpty();
        assertThat(words("gateway")).hasSize(2);
        assertThat(index.holdings())
                .isEqualTo(Map.of(revision, new Holding(1, 2), other, new Holding(1, 0)));
    }

    @Test
    void puttingNothingTakesOutWhatWasThere() {
        RevisionId revision = put(SPACE, "gateway");

        index.putChunks(revision, SPACE, List.of());

        assertThat(words("gateway")).isEmpty();
        assertThat(index.holdings()).isEmpty();
    }

    @Test
    void removingTakesOutChunksAndWindows() {
        RevisionId kept = put(SPACE, "gateway");
        RevisionId removed = put(SPACE, "gateway");
        index.putWindows(removed, SPACE, List.of(window(0, 1, 0, 0)));

        index.remove(removed);

        assertThat(words("gateway")).containsExactly(new ChunkKey(kept, 0));
        assertThat(meaning(1, 0, 0)).isEmpty();
        assertThat(index.holdings()).containsOnlyKeys(kept);
    }

    @Test
    void erasingTakesOutSeveralAndLeavesTheRest() {
        RevisionId kept = put(SPACE, "gateway");
        RevisionId first = put(SPACE, "gateway secret");
        RevisionId second = putWindows(SPACE, window(0, 1, 0, 0));

        index.erase(List.of(first, second));

        assertThat(words("gateway")).containsExactly(new ChunkKey(kept, 0));
        assertThat(meaning(1, 0, 0)).isEmpty();
        assertThat(index.holdings()).containsOnlyKeys(kept);
        assertThat(index.frequencies(List.of("secret")).knows("secret"))
                .as("not even the word is left")
                .isFalse();
    }

    @Test
    void keepsToTheLimit() {
        put(SPACE, IntStream.range(0, 30).mapToObj(n -> "port " + n).toArray(String[]::new));

        assertThat(index.byWords(WORDS.ofQuery("port"), SCOPE, 7)).hasSize(7);
    }

    @Test
    void rareTermsWeighMore() {
        put(SPACE, "port gateway", "port", "port");

        Frequencies frequencies = index.frequencies(List.of("port", "gateway", "unknown"));

        assertThat(frequencies.chunks()).isEqualTo(3);
        assertThat(frequencies.rarity("gateway")).isGreaterThan(frequencies.rarity("port"));
        assertThat(frequencies.rarity("unknown")).isGreaterThan(frequencies.rarity("gateway"));
        assertThat(frequencies.knows("unknown")).isFalse();
    }

    @Test
    void clearingLeavesAnEmptyIndexThatWorks() {
        put(SPACE, "gateway");

        index.clear();

        assertThat(index.holdings()).isEmpty();
        put(SPACE, "gateway");
        assertThat(words("gateway")).hasSize(1);
    }

    @Test
    void aQueryOfAnyLengthIsAnswered() {
        put(SPACE, "gateway");
        String names =
                IntStream.range(0, 5_000)
                        .mapToObj(n -> "Some" + n + "Long-name/of.many_Parts" + n)
                        .collect(Collectors.joining(" "));

        assertThat(words("gateway " + names)).hasSize(1);
    }

    @Test
    void endlessWordsDoNoHarm() {
        put(SPACE, "x".repeat(100_000) + " gateway");

        assertThat(words("gateway")).hasSize(1);
    }

    protected static RevisionId revision() {
        return new RevisionId(UUID.randomUUID());
    }

    protected RevisionId putOne() {
        return put(SPACE, "gateway");
    }

    private RevisionId put(SpaceId space, String... texts) {
        RevisionId revision = revision();
        index.putChunks(
                revision,
                space,
                IntStream.range(0, texts.length).mapToObj(i -> chunk(i, "", texts[i])).toList());
        return revision;
    }

    private RevisionId putWindows(SpaceId space, IndexedWindow... windows) {
        RevisionId revision = revision();
        index.putWindows(revision, space, List.of(windows));
        return revision;
    }

    private List<ChunkKey> words(String query) {
        return index.byWords(WORDS.ofQuery(query), SCOPE, 10).stream().map(Hit::chunk).toList();
    }

    private List<ChunkKey> phrases(List<String> phrases) {
        var query = new WordQuery(List.of(), phrases.stream().map(WORDS::of).toList(), 1);
        return index.byWords(query, Within.all(SCOPE), 10).stream().map(Hit::chunk).toList();
    }

    private List<ChunkKey> meaning(float... query) {
        return index.byMeaning(query, SCOPE, 10).stream().map(Hit::chunk).toList();
    }

    private static IndexedChunk chunk(int ordinal, String heading, String text) {
        return new IndexedChunk(ordinal, Language.EN, "file.md", "Title", heading, text);
    }

    private static IndexedWindow window(int ordinal, float... vector) {
        return new IndexedWindow(ordinal, Language.EN, vector);
    }

    private static IndexedChunk inRussian(IndexedChunk it) {
        return new IndexedChunk(
                it.ordinal(), Language.RU, it.path(), it.title(), it.heading(), it.text());
    }

    private static IndexedWindow inRussian(IndexedWindow it) {
        return new IndexedWindow(it.ordinal(), Language.RU, it.vector());
    }
}
