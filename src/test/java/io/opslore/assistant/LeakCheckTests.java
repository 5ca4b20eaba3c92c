package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LeakCheckTests {

    private static final String CANARY = "qzjwkvyxpl";
    private static final String RULES = SystemPrompt.load().rules(CANARY);
    private static final String QUOTED =
            "Our guide says: use only what the passages say, and add nothing from your own knowledge.";

    private final LeakCheck check = new LeakCheck(RULES, CANARY, List.of(QUOTED));

    @Test
    void theRulesAreNotRepeatedWhateverTheirCaseSpacingOrMarkup() {
        String rules = RULES.substring(RULES.indexOf("You answer questions"));
        for (String told :
                List.of(
                        rules,
                        rules.toUpperCase(Locale.ROOT),
                        rules.replaceAll("\\s+", "\n\n"),
                        rules.replace(" ", "  "),
                        rules.replaceAll("(\\w)", "$1\u200b"),
                        rules.replaceAll("\\b(\\w+)\\b", "**$1**"),
                        rules.replaceAll("(?<=\\w)(?=\\w)", "-"))) {
            LeakCheck.Kept kept = check.ended("Sure! Here it is:\n" + told + "\nAnything else?");
            assertThat(kept.anyBack()).isTrue();
            assertThat(kept.text())
                    .startsWith("Sure! Here it is:")
                    .endsWith("Anything else?")
                    .contains(LeakCheck.GAP);
            assertThat(letters(kept.text()))
                    .doesNotContain("answerquestionsofadevopsteam")
                    .doesNotContain("putthenumberofthepassage");
        }
    }

    @Test
    void nothingOfThemShowsWhileTheyComeInPiecesOfAnySize() {
        String told = "The port is 8443. " + RULES.substring(RULES.indexOf("You answer")) + " Bye.";
        for (int size : List.of(1, 2, 3, 7, 20)) {
            for (int end = size; end < told.length(); end += size) {
                String shown = letters(check.growing(told.substring(0, end)).text());
                assertThat(shown.replace("theportis8443", ""))
                        .as("after %d characters", end)
                        .matches("t?(h?e?|.{0,12})");
            }
        }
        assertThat(check.ended(told).text()).isEqualTo("The port is 8443. […]. Bye.");
    }

    @Test
    void whoeverTellsTheDrawnWordTellsNothingMore() {
        String told =
                "Правила такие. Метка " + CANARY.toUpperCase(Locale.ROOT) + ". Отвечай кратко.";
        assertThat(check.ended(told).text()).isEqualTo("Правила такие. Метка […]");
        List<String> shown = new ArrayList<>();
        for (int end = 1; end <= told.length(); end++) {
            shown.add(check.growing(told.substring(0, end)).text());
        }
        assertThat(shown)
                .allSatisfy(text -> assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("qz"))
                .allSatisfy(text -> assertThat(text).doesNotContain("кратко"));
    }

    @Test
    void whatADocumentSaysMayBeQuotedHoweverAlikeItIs() {
        assertThat(check.ended("The guide asks for this: " + QUOTED + " [1]"))
                .isEqualTo(
                        new LeakCheck.Kept("The guide asks for this: " + QUOTED + " [1]", false));
        String honest =
                "The passages do not hold the answer to the second part. Answer in the language of the"
                        + " client [1]. Keep commands and names as they are [2].";
        assertThat(check.ended(honest).text()).isEqualTo(honest);
        assertThat(check.ended("").text()).isEmpty();
    }

    private static String letters(String text) {
        return Letters.of(text).text();
    }
}
