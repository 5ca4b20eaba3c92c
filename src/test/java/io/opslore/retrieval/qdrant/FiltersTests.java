package io.opslore.retrieval.qdrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.engine.Within;
import io.opslore.retrieval.engine.WordQuery;
import io.opslore.retrieval.lucene.SnowballStemming;
import io.opslore.retrieval.text.Language;
import io.opslore.retrieval.text.Words;
import io.qdrant.client.grpc.Common.Condition;
import io.qdrant.client.grpc.Common.Filter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FiltersTests {

    private static final Words WORDS = new Words(SnowballStemming::new);
    private static final SpaceId SPACE = new SpaceId(UUID.randomUUID());
    private static final RevisionId HIDDEN = new RevisionId(UUID.randomUUID());
    private static final ReadScope SCOPE = new ReadScope(Set.of(SPACE), Set.of(), Set.of(HIDDEN));

    @Test
    void everySearchDemandsTheReadersSpacesAndLeavesOutWhatIsWithheld() {
        for (Filter filter :
                List.of(
                        Filters.meaning(Within.all(SCOPE)),
                        WordsArm.of(query("port"), Within.all(SCOPE)).filter())) {
            assertThat(filter.getMustList())
                    .anySatisfy(
                            must -> assertThat(values(must, "space")).containsExactly(id(SPACE)));
            assertThat(filter.getMustNotList())
                    .singleElement()
                    .satisfies(not ->
                            assertThat(values(not, "revision"))
                                    .containsExactly(HIDDEN.value().toString()));
        }
    }

    @Test
    void aScopeWithoutSpacesIsRefusedAndNeverMeansAll() {
        Within nowhere = Within.all(new ReadScope(Set.of()));

        assertThatIllegalArgumentException().isThrownBy(() -> Filters.meaning(nowhere));
        assertThatIllegalArgumentException().isThrownBy(() -> WordsArm.of(query("port"), nowhere));
    }

    @Test
    void noWantedRevisionsAreRefusedAndNeverMeanAll() {
        var nothing = new Within(SCOPE, Optional.of(Set.of()));

        assertThatIllegalArgumentException().isThrownBy(() -> Filters.meaning(nothing));
        assertThatIllegalArgumentException().isThrownBy(() -> Filters.of(List.of()));
    }

    @Test
    void wantedRevisionsNarrowTheSpacesAndDoNotReplaceThem() {
        RevisionId wanted = new RevisionId(UUID.randomUUID());

        Filter filter = Filters.meaning(new Within(SCOPE, Optional.of(Set.of(wanted))));

        assertThat(filter.getMustList())
                .anySatisfy(must -> assertThat(values(must, "space")).containsExactly(id(SPACE)))
                .anySatisfy(must ->
                        assertThat(values(must, "revision"))
                                .containsExactly(wanted.value().toString()));
    }

    @Test
    void aWantedLanguageIsDemandedOfBothArms() {
        var within = new Within(SCOPE, Optional.empty(), Set.of(Language.RU));

        for (Filter filter :
                List.of(Filters.meaning(within), WordsArm.of(query("port"), within).filter())) {
            assertThat(filter.getMustList())
                    .anySatisfy(must -> assertThat(values(must, "language")).containsExactly("ru"));
        }
    }

    @Test
    void soManyWordsAreDemandedAsAreWanted() {
        WordQuery two = new WordQuery(WORDS.ofQuery("port gateway redis"), List.of(), 2);

        Filter filter = WordsArm.of(two, Within.all(SCOPE)).filter();

        assertThat(filter.getMinShould().getMinCount()).isEqualTo(2);
        assertThat(filter.getMinShould().getConditionsList()).hasSize(3);
    }

    @Test
    void aPhraseDemandsEveryTwoNeighbours() {
        var phrase = new WordQuery(List.of(), List.of(WORDS.of("exit code 137")), 1);

        Filter filter = WordsArm.of(phrase, Within.all(SCOPE)).filter();

        assertThat(filter.getMustList())
                .filteredOn(must -> must.getField().getKey().equals("pairs"))
                .hasSize(2);
    }

    private static WordQuery query(String text) {
        return WordQuery.anyOf(WORDS.ofQuery(text));
    }

    private static List<String> values(Condition condition, String field) {
        return condition.getField().getKey().equals(field)
                ? condition.getField().getMatch().getKeywords().getStringsList()
                : List.of();
    }

    private static String id(SpaceId space) {
        return space.value().toString();
    }
}
