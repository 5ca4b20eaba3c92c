package io.opslore.ingest.extract;

import static io.opslore.library.DecisionStatus.ACCEPTED;
import static io.opslore.library.DecisionStatus.DEPRECATED;
import static io.opslore.library.DecisionStatus.PROPOSED;
import static io.opslore.library.DecisionStatus.REJECTED;
import static io.opslore.library.DecisionStatus.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.of;

import io.opslore.library.DecisionStatus;
import io.opslore.library.DocumentKind;
import io.opslore.library.FoundDetails;
import io.opslore.library.RevisionText;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DetailsFinderTests {

    @Test
    void readsYamlFrontMatter() {
        FoundDetails found =
                found(
                        "docs/redis.md",
                        """
                        ---
                        title: "Redis: restart"
                        kind: Runbook
                        owners:
                          - team-data
                          - name: Marta Lindqvist
                        tags: [Redis, on-call, redis]
                        review_by: 2026-10-01
                        ---
                        # Restart
                        """);

        assertThat(found.kind()).isEqualTo(DocumentKind.RUNBOOK);
        assertThat(found.owner()).isEqualTo("team-data, Marta Lindqvist");
        assertThat(found.tags()).containsExactly("redis", "on-call");
        assertThat(found.reviewOn()).isEqualTo(LocalDate.of(2026, 10, 1));
    }

    @Test
    void readsTomlFrontMatter() {
        FoundDetails found =
                found(
                        "docs/redis.md",
                        """
                        +++
                        owner = "team-data"
                        next_review = 2026-10-01
                        [taxonomies]
                        tags = ["Redis", "cache"]
                        +++
                        # Restart
                        """);

        assertThat(found.owner()).isEqualTo("team-data");
        assertThat(found.tags()).containsExactly("redis", "cache");
        assertThat(found.reviewOn()).isEqualTo(LocalDate.of(2026, 10, 1));
    }

    @Test
    void readsAsciiDocAttributes() {
        FoundDetails found =
                found(
                        "runbooks/сертификаты.adoc",
                        """
                        = Сертификаты
                        Анна Кравец
                        :toc:
                        :revdate: 2025-09-30
                        :owner: Анна Кравец
                        :keywords: TLS, ingress
                        :review-date: 01.10.2026

                        == Когда
                        :owner: somebody else
                        """);

        assertThat(found.kind()).isEqualTo(DocumentKind.RUNBOOK);
        assertThat(found.owner()).isEqualTo("Анна Кравец");
        assertThat(found.tags()).containsExactly("tls", "ingress");
        assertThat(found.reviewOn()).isEqualTo(LocalDate.of(2026, 10, 1));
    }

    @Test
    void takesWhatItCanOfFrontMatterThatIsNoYaml() {
        FoundDetails found =
                found(
                        "a.md",
                        """
                        ---
                        title: Restart: the short way
                        owner: team-data
                        tags: redis, cache
                        ---
                        text
                        """);

        assertThat(found.owner()).isEqualTo("team-data");
        assertThat(found.tags()).containsExactly("redis", "cache");
    }

    @Test
    void makesNothingButPlainValuesOfFrontMatter() {
        FoundDetails found =
                found(
                        "a.md",
                        """
                        ---
                        tags: &a [x, *a]
                        team: !!javax.script.ScriptEngineManager [!!java.net.URL ["http://x/"]]
                        ---
                        text
                        """);

        assertThat(found.tags()).containsExactly("x");
    }

    @Test
    void survivesFrontMatterThatUnfoldsWithoutEnd() {
        var bomb = new StringBuilder("---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 12; level++) {
            bomb.append(
                    "a%d: &a%d [%s]\n"
                            .formatted(level, level, ("*a" + (level - 1) + ", ").repeat(10)));
        }
        bomb.append("tags: *a11\nowner: team\n---\ntext\n");

        assertThat(found("a.md", bomb.toString()).owner()).isEqualTo("team");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decisions")
    void readsWhereADecisionStands(
            String text,
            @Nullable DecisionStatus status,
            String supersededBy,
            List<String> supersedes) {
        FoundDetails found = found("docs/adr/0009-queue.md", text);

        assertThat(found.kind()).isEqualTo(DocumentKind.ADR);
        assertThat(found.decision()).isEqualTo(status);
        assertThat(found.supersededBy()).isEqualTo(supersededBy);
        assertThat(found.supersedes()).isEqualTo(supersedes);
    }

    static Stream<Arguments> decisions() {
        return Stream.of(
                of(
                        "# 9. Queue\n\nDate: 2024-01-01\n\n## Status\n\nAccepted\n\n## Context\n\nWas rejected once.\n",
                        ACCEPTED,
                        "",
                        List.of()),
                of(
                        "# 9. Queue\n\n## Status\n\nAccepted\n\nSuperceded by [12. Other](0012-other.md)\n\n## Context\n",
                        SUPERSEDED,
                        "[12. Other](0012-other.md)",
                        List.of()),
                of(
                        "# 9. Queue\n\n## Status\n\nAccepted\n\nSupersedes [3. Old](0003-old.md)\n\n## Context\n",
                        ACCEPTED,
                        "",
                        List.of("[3. Old](0003-old.md)")),
                of(
                        "---\nstatus: superseded by ADR-0123\n---\n# Queue\n",
                        SUPERSEDED,
                        "ADR-0123",
                        List.of()),
                of(
                        "---\nstatus: accepted\nsupersedes: [3, ADR-4]\n---\n# Queue\n",
                        ACCEPTED,
                        "",
                        List.of("3", "ADR-4")),
                of(
                        "---\nstatus: accepted\nsuperseded_by: 0012-other.md\n---\n# Queue\n",
                        SUPERSEDED,
                        "0012-other.md",
                        List.of()),
                of(
                        "# Queue\n\n* Status: rejected\n* Date: 2024-01-01\n\n## Context\n",
                        REJECTED,
                        "",
                        List.of()),
                of(
                        "# Queue\n\n- **Status:** superseded by [ADR 0021](0021-r.md) on 2025-02-18\n- **Date:** x\n\n## Context\n",
                        SUPERSEDED,
                        "[ADR 0021](0021-r.md)",
                        List.of()),
                of(
                        "# Queue\n\n- **Status:** accepted, supersedes [ADR 0009](0009-r.md)\n",
                        ACCEPTED,
                        "",
                        List.of("[ADR 0009](0009-r.md)")),
                of(
                        "# Queue\n\n| | |\n|---|---|\n| Status | Deprecated |\n",
                        DEPRECATED,
                        "",
                        List.of()),
                of("# Queue\n\nStatus: proposed\n", PROPOSED, "", List.of()),
                of(
                        "# Queue\n\n* Status: accepted\n* Supersedes: ADR-3 and ADR-4\n",
                        ACCEPTED,
                        "",
                        List.of("ADR-3", "ADR-4")),
                of(
                        "# Queue\n\n* Status: {proposed | rejected | accepted | deprecated | superseded by ADR-0005}\n",
                        null,
                        "",
                        List.of()),
                of("# Queue\n\n## Context\n\nStatus: accepted\n", null, "", List.of()),
                of("# Очередь\n\n## Статус\n\nПринято\n\n## Контекст\n", ACCEPTED, "", List.of()),
                of(
                        "# Очередь\n\n## Статус\n\nЗаменено на [ADR-0007](0007-x.md)\n",
                        SUPERSEDED,
                        "[ADR-0007](0007-x.md)",
                        List.of()),
                of(
                        "# Очередь\n\n- **Статус:** принято, заменяет ADR-3\n",
                        ACCEPTED,
                        "",
                        List.of("ADR-3")),
                of("# Очередь\n\nСтатус: Предложено\n", PROPOSED, "", List.of()),
                of("# Очередь\n\nСтатус: Отклонено\n", REJECTED, "", List.of()),
                of("# Очередь\n\n## Статус\n\nУстарело\n", DEPRECATED, "", List.of()),
                of("# Queue\n\n## Status: Accepted\n\n## Context\n", ACCEPTED, "", List.of()));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "runbooks/redis.md, RUNBOOK",
                "team/playbooks/deep/redis.md, RUNBOOK",
                "redis-runbook.md, RUNBOOK",
                "docs/adr/0001-x.md, ADR",
                "docs/decisions/2024-01-05-x.md, ADR",
                "architecture-decisions/x.md, ADR",
                "notes/ADR-12 queue.md, ADR",
                "docs/adr/README.md, OTHER",
                "docs/adr/template.md, OTHER",
                "rfcs/0012-x.md, RFC",
                "keps/sig-node/1287/README.md, OTHER",
                "keps/sig-node/1287/proposal.md, RFC",
                "notes/x.md, OTHER"
            })
    void guessesAKindByThePath(String path, DocumentKind kind) {
        assertThat(found(path, "# Title\n\nSome words.\n").kind()).isEqualTo(kind);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("contents")
    void guessesAKindByWhatItHolds(String path, DocumentKind kind, String text) {
        assertThat(found(path, text).kind()).isEqualTo(kind);
    }

    static Stream<Arguments> contents() {
        return Stream.of(
                of(
                        "KubePodCrashLooping.md",
                        DocumentKind.RUNBOOK,
                        "# KubePodCrashLooping\n\n## Meaning\n\nx\n\n## Impact\n\nx\n\n## Diagnosis\n\nx\n\n## Mitigation\n\nx\n"),
                of(
                        "q.md",
                        DocumentKind.RUNBOOK,
                        "# Очередь\n\n## Симптомы\n\nx\n\n## Что делать\n\nx\n"),
                of(
                        "2026-03-17.md",
                        DocumentKind.OTHER,
                        "# Postmortem: checkout\n\n## Impact\n\nx\n\n## Resolution\n\nx\n"),
                of(
                        "q.md",
                        DocumentKind.ADR,
                        "# Queues\n\n## Status\n\nAccepted\n\n## Context\n\nx\n\n## Decision\n\nx\n"),
                of(
                        "q.md",
                        DocumentKind.ADR,
                        "# Queues\n\n## Context and Problem Statement\n\nx\n\n## Considered Options\n\nx\n\n## Decision Outcome\n\nx\n"),
                of(
                        "x.yaml",
                        DocumentKind.MANIFEST,
                        "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: x\n"),
                of("runbooks/x.yaml", DocumentKind.MANIFEST, "apiVersion: v1\nkind: Service\n"),
                of(
                        "x.json",
                        DocumentKind.MANIFEST,
                        "{\n  \"apiVersion\": \"v1\",\n  \"kind\": \"Service\"\n}\n"),
                of(
                        "docker-compose.yml",
                        DocumentKind.MANIFEST,
                        "services:\n  web:\n    image: nginx\n"),
                of("deploy.yml", DocumentKind.MANIFEST, "services:\n  web:\n    image: nginx\n"),
                of("infra/main.tf", DocumentKind.MANIFEST, "resource \"x\" \"y\" {}\n"),
                of(".github/workflows/ci.yml", DocumentKind.PIPELINE, "name: ci\n"),
                of("ci.yml", DocumentKind.PIPELINE, "name: ci\non: push\njobs:\n  build: {}\n"),
                of(".gitlab-ci.yml", DocumentKind.PIPELINE, "stages: [a]\n"),
                of("t.yaml", DocumentKind.PIPELINE, "apiVersion: tekton.dev/v1\nkind: Task\n"),
                of("Jenkinsfile", DocumentKind.PIPELINE, "pipeline {\n}\n"),
                of("settings.yaml", DocumentKind.OTHER, "colour: red\n"),
                of("main.go", DocumentKind.OTHER, "package main\n"),
                of("app.log", DocumentKind.LOG, "2026-01-01T00:00:00 x\n2026-01-01T00:00:01 y\n"));
    }

    @Test
    void aTitleStaysTheTextsOwn() {
        assertThat(read("a.md", "---\ntitle: 'Quoted'\nowner: x\n---\n# Other\n").title())
                .isEqualTo("Quoted");
    }

    private static FoundDetails found(String path, String text) {
        return DetailsFinder.find(path, read(path, text));
    }

    private static RevisionText read(String path, String text) {
        List<String> lines = RevisionLines.of(text);
        Syntax syntax = Sniffing.syntax(path.substring(path.lastIndexOf('/') + 1), lines);
        Outline outline = Outlines.of(syntax, lines);
        return new RevisionText(
                text, outline.title(), syntax.format(), syntax.name(), outline.blocks(), List.of());
    }
}
