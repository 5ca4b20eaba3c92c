package io.opslore.guard.masking;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleFileTests {

    private static final int TRIES = 5;

    @ParameterizedTest
    @MethodSource("rules")
    void findsItsExamplesAndSparesTheOthers(Rule rule) {
        TokenRules alone = new TokenRules(List.of(rule));
        for (int seed = 0; seed < TRIES; seed++) {
            var template = new TestingTemplate(seed);
            for (String example : rule.finds()) {
                String text = template.filled(example);
                assertThat(found(alone, text)).as(text).isNotEmpty();
            }
            for (String example : rule.spares()) {
                String text = template.filled(example);
                assertThat(found(alone, text)).as(text).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isWholeAndHasNothingButItsWordsInSmallLetters(Rule rule) {
        Pattern.compile(rule.expression());
        assertThat(rule.finds()).isNotEmpty();
        assertThat(rule.words()).isNotEmpty().allMatch(RuleFileTests::findable);
        assertThat(rule.kind()).matches("[a-z][a-z0-9-]+");
    }

    @Test
    void noTwoRulesShareAnId() {
        assertThat(RuleFile.read()).extracting(Rule::id).doesNotHaveDuplicates();
    }

    /** Words are looked for in small letters, beginnings of runs as they are. */
    private static boolean findable(String word) {
        return word.startsWith("~") || word.equals(word.toLowerCase(Locale.ROOT));
    }

    static Stream<Rule> rules() {
        return RuleFile.read().stream();
    }

    private static List<Finding> found(TokenRules rules, String text) {
        List<Finding> found = new ArrayList<>();
        rules.find(new Source(text, ""), found::add);
        return found;
    }
}
