package io.opslore.retrieval.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drain a node",
                "http://grafana.local:3000/d/1",
                "error: connection refused",
                "foo:bar",
                "kubectl get pods -n prod",
                "kind:",
                "kind: adr",
                "path:\"\"x",
                "5\" disk",
                "-kind",
                "a\"b c\"",
                "(AND) OR NOT title:x~2^4 [a TO b] */?",
                "12:30"
            })
    void whatIsNoPrefixAndNoPhraseIsPlainWords(String text) {
        SearchText read = SearchText.of(text);

        assertThat(read.words()).isEqualTo(text);
        assertThat(read.phrases()).isEmpty();
        assertThat(read.narrowings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "kind:runbook|KIND|runbook|false",
                "KIND:Runbook|KIND|Runbook|false",
                "space:Payments|SPACE|Payments|false",
                "space:\"On call\"|SPACE|On call|false",
                "space:«Дежурство ночью»|SPACE|Дежурство ночью|false",
                "path:runbooks/*.md|PATH|runbooks/*.md|false",
                "tag:postgres|TAG|postgres|false",
                "-tag:postgres|TAG|postgres|true",
                "-space:\"On call\"|SPACE|On call|true",
                "lang:ru|LANG|ru|false",
                "since:7d|SINCE|7d|false",
                "before:2026-10-01|BEFORE|2026-10-01|false",
                "path:a:b|PATH|a:b|false"
            })
    void readsEachPrefix(String text, Field field, String value, boolean excluded) {
        assertThat(SearchText.of("drain " + text + " node").narrowings())
                .containsExactly(new Term.Narrowing(field, value, excluded, 6, 6 + text.length()));
        assertThat(SearchText.of("drain " + text + " node").words()).isEqualTo("drain node");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"exit code 137\"", "«exit code 137»", "“exit code 137”"})
    void readsPhrasesInAnyQuotationMarks(String phrase) {
        SearchText read = SearchText.of("pod " + phrase + " kind:log");

        assertThat(read.phrases()).containsExactly("exit code 137");
        assertThat(read.words()).isEqualTo("pod");
        assertThat(read.subject()).isEqualTo("pod exit code 137");
    }

    @Test
    void aPrefixInsideAPhraseIsPartOfThePhrase() {
        assertThat(SearchText.of("\"kind: Deployment\"").phrases())
                .containsExactly("kind: Deployment");
    }

    @Test
    void termsAreAddedAndTakenOutWithoutTouchingTheOthers() {
        SearchText text = SearchText.of("drain kind:adr \"a  b\" tag:x");

        assertThat(text.with(Field.SPACE, "On call").text())
                .isEqualTo("drain kind:adr \"a  b\" tag:x space:\"On call\"");
        assertThat(text.with(Field.KIND, "ADR")).isEqualTo(text);
        assertThat(text.without(Field.KIND, "ADR").text()).isEqualTo("drain \"a  b\" tag:x");
        assertThat(text.without(Field.KIND, "log")).isEqualTo(text);
        assertThat(text.terms().stream().map(text::loosened).map(SearchText::text))
                .isEqualTo(
                        List.of(
                                "kind:adr \"a  b\" tag:x",
                                "drain \"a  b\" tag:x",
                                "drain kind:adr a  b tag:x",
                                "drain kind:adr \"a  b\""));
    }

    @Test
    void aPastedLogIsReadByItsBeginning() {
        assertThat(SearchText.of("x ".repeat(100_000)).text()).hasSizeLessThan(2_001);
    }

    @ParameterizedTest
    @CsvSource({
        "runbooks/, runbooks/vault.md, true",
        "RUNBOOKS/, runbooks/vault.md, true",
        "/runbooks/vault.md, runbooks/vault.md, true",
        "vault, runbooks/vault.md, true",
        "инструкции, ops/Инструкции/сейф.md, true",
        "runbooks/*, runbooks/deep/vault.md, true",
        "runbooks/*, ops/runbooks/vault.md, false",
        "*.md, runbooks/vault.md, true",
        "*.md, runbooks/vault.mdx, false",
        "r.nbooks, runbooks/vault.md, false",
        "a[b, x/a[b.md, true"
    })
    void aPathIsAPartOrAPattern(String value, String path, boolean fits) {
        assertThat(PathPattern.of(value).test(path)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "7d, 2026-11-15T10:00:00Z",
        "2w, 2026-11-08T10:00:00Z",
        "12M, 2025-11-22T10:00:00Z",
        "1y, 2025-11-22T10:00:00Z",
        "2026-10-01, 2026-10-01T00:00:00Z"
    })
    void aTimeIsADayOrSoLongAgo(String value, Instant time) {
        assertThat(TimePoint.of(value, Instant.parse("2026-11-22T10:00:00Z"))).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "7", "d", "2026-13-01", "-7d", "99999y", "7 d"})
    void anythingElseIsNoTime(String value) {
        assertThat(TimePoint.of(value, Instant.EPOCH)).isEmpty();
    }
}
