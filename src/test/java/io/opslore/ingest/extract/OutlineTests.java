package io.opslore.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.library.Block;
import io.opslore.library.Format;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks are written as {@code KIND first-last label}. */
class OutlineTests {

    @Test
    void findsEveryBlockOfMarkdown() {
        Outline outline =
                outline(
                        Format.MARKDOWN,
                        """
                        # Restart *the* [node](http://x)

                        Some text
                        on two lines.

                        Setext heading
                        --------------

                        ```bash
                        # no heading

                        echo
                        ```

                            indented code

                        | A | B |
                        | - | - |
                        | 1 | 2 |

                        - one
                          more
                        - two

                          ```
                          inner
                          ```
                        - three

                        > quoted
                        """);

        assertThat(outline.title()).isEqualTo("Restart the node");
        assertThat(written(outline))
                .containsExactly(
                        "HEADING 1-1 Restart the node",
                        "PARAGRAPH 3-4",
                        "HEADING 6-7 Setext heading",
                        "CODE 9-13",
                        "CODE 15-15",
                        "TABLE 17-19",
                        "LIST 21-23",
                        "CODE 25-27",
                        "LIST 28-28",
                        "PARAGRAPH 30-30");
        assertThat(outline.blocks().get(2).level()).isEqualTo(2);
    }

    @Test
    void takesTheTitleFromFrontMatterWhichIsNoHeading() {
        Outline outline =
                outline(
                        Format.MARKDOWN,
                        """
                        ---
                        reviewers:
                        - someone
                        title: "Drain a node"
                        ---

                        ## First
                        """);

        assertThat(outline.title()).isEqualTo("Drain a node");
        assertThat(written(outline)).containsExactly("PARAGRAPH 1-5", "HEADING 7-7 First");
    }

    @Test
    void findsTheBlocksOfAsciiDoc() {
        Outline outline =
                outline(
                        Format.ASCIIDOC,
                        """
                        = Failover
                        :toc:

                        Intro.

                        == Steps

                        . First
                        . Second

                        .Example
                        [source,bash]
                        ----
                        echo

                        == no heading
                        ----

                        |===
                        |A |B
                        |===

                        Old style
                        ---------
                        Text.
                        """);

        assertThat(outline.title()).isEqualTo("Failover");
        assertThat(written(outline))
                .containsExactly(
                        "HEADING 1-1 Failover",
                        "PARAGRAPH 2-2",
                        "PARAGRAPH 4-4",
                        "HEADING 6-6 Steps",
                        "LIST 8-9",
                        "CODE 11-17",
                        "TABLE 19-21",
                        "HEADING 23-24 Old style",
                        "PARAGRAPH 25-25");
    }

    @Test
    void keepsEachYamlDocumentWholeAndNamesKubernetesObjects() {
        Outline outline =
                outline(
                        Format.YAML,
                        """
                        # Front end
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          labels:
                            name: not-this
                          name: web
                        spec:
                          name: nor-this
                        ---

                        kind: "Service"
                        metadata: {}
                        ---
                        {{- if .Values.on }}
                        kind: ConfigMap
                        metadata:
                          name: {{ include "x" . }}
                        {{- end }}
                        """);

        assertThat(written(outline))
                .containsExactly(
                        "YAML_DOCUMENT 1-9 Deployment/web",
                        "YAML_DOCUMENT 12-13 Service",
                        "YAML_DOCUMENT 15-19 ConfigMap");
    }

    @Test
    void splitsALongJsonTextByItsMembers() {
        String list = "    1,\n".repeat(30) + "    1\n";
        Outline outline =
                outline(
                        Format.JSON,
                        "{\n  \"a\": [\n"
                                + list
                                + "  ],\n  \"b {\": {\n"
                                + "    \"x\": 1,\n".repeat(9)
                                + "    \"y\": 1\n  }\n}\n");

        assertThat(written(outline)).containsExactly("CODE 1-1", "CODE 2-34 a", "CODE 35-47 b {");
    }

    @Test
    void findsFunctionsOfGo() {
        assertThat(
                        code(
                                "go",
                                """
                                package main

                                import (
                                	"fmt"
                                )

                                // Main starts.
                                // It is short.
                                func main() {
                                	if true {
                                		fmt.Println("}")
                                	}
                                }

                                type Pod struct {
                                	Name string
                                }

                                func (p *Pod) Start(now bool) error {
                                	return nil
                                }
                                """))
                .containsExactly(
                        "CODE 1-1",
                        "CODE 3-5",
                        "FUNCTION 7-13 main",
                        "FUNCTION 15-17 Pod",
                        "FUNCTION 19-21 Pod.Start");
    }

    @Test
    void findsFunctionsOfPython() {
        String body = "        x = 1\n".repeat(30);
        assertThat(
                        code(
                                "python",
                                "import os\n\n@cache\ndef f(a,\n      b):\n    return 1\n\nclass Pod:\n"
                                        + "    def start(self):\n"
                                        + body
                                        + "\n    async def stop(self):\n"
                                        + body))
                .containsExactly(
                        "CODE 1-1",
                        "FUNCTION 3-6 f",
                        "CODE 8-8 Pod",
                        "FUNCTION 9-39 Pod.start",
                        "FUNCTION 41-71 Pod.stop");
    }

    @Test
    void findsFunctionsOfShellScripts() {
        assertThat(
                        code(
                                "bash",
                                """
                                #!/bin/bash
                                set -e

                                # Waits.
                                wait_for() {
                                  while ! curl "$1"; do
                                    sleep 1
                                  done
                                }

                                function main {
                                  wait_for x
                                }
                                main "$@"
                                """))
                .containsExactly(
                        "CODE 1-2", "FUNCTION 4-9 wait_for", "FUNCTION 11-13 main", "CODE 14-14");
    }

    @Test
    void findsTerraformBlocks() {
        assertThat(
                        code(
                                "hcl",
                                """
                                # Bucket
                                resource "aws_s3_bucket" "logs" {
                                  bucket = "logs"
                                }

                                variable "region" {
                                  default = "eu"
                                }
                                locals {
                                  a = 1
                                }
                                """))
                .containsExactly(
                        "FUNCTION 1-4 resource.aws_s3_bucket.logs",
                        "FUNCTION 6-8 variable.region",
                        "FUNCTION 9-11 locals");
    }

    @Test
    void findsStagesOfDockerfilesAndJenkinsfiles() {
        assertThat(
                        code(
                                "dockerfile",
                                """
                                # syntax=docker/dockerfile:1
                                ARG V=1

                                FROM golang:1 AS build
                                RUN go build

                                FROM scratch
                                COPY --from=build /a /a
                                """))
                .containsExactly("CODE 1-2", "FUNCTION 4-5 build", "FUNCTION 7-8 scratch");
        String steps = "          sh 'make'\n".repeat(40);
        assertThat(
                        code(
                                "groovy",
                                "pipeline {\n  agent any\n  stages {\n    stage('Build') {\n      steps {\n"
                                        + steps
                                        + "      }\n    }\n    stage(\"Ship\") {\n      steps {\n"
                                        + steps
                                        + "      }\n    }\n  }\n}\n"))
                .contains(
                        "FUNCTION 4-47 pipeline.stages.Build",
                        "FUNCTION 48-93 pipeline.stages.Ship");
    }

    @Test
    void cutsLogsByTimeAndNeverInsideAStackTrace() {
        String log =
                "2026-05-01 10:01:00 start\n2026-05-01 10:09:59 boom\njava.lang.Error\n\tat a.b(C.java)\n"
                        + "2026-05-01 10:10:00 next\n"
                        + "2026-05-01 10:11:00 line\n".repeat(70);

        assertThat(written(outline(Format.LOG, log)))
                .containsExactly(
                        "LOG 1-4 2026-05-01 10:00",
                        "LOG 5-64 2026-05-01 10:10",
                        "LOG 65-75 2026-05-01 10:10");
    }

    @Test
    void putsEveryLineWithTextIntoSomeBlock() {
        for (String syntax : List.of("go", "python", "bash", "java", "sql", "toml", "unknown")) {
            String text =
                    "// a\n\nfoo\n  bar\n}\n\n# b\n\n\n[x]\ncreate table a (\n  b int\n);\n-- end\n";
            List<String> lines = RevisionLines.of(text);
            Outline outline = CodeOutline.outline(syntax, lines);
            for (int line = 1; line <= lines.size(); line++) {
                int number = line;
                if (!lines.get(line - 1).isBlank()) {
                    assertThat(outline.blocks())
                            .as(syntax + " line " + line)
                            .anyMatch(block ->
                                    block.lines().first() <= number
                                            && number <= block.lines().last());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[", "> ", "*a ", "`", "- ", "<a", "![", "_ *", "((", "|", "\t- ", "<!--", "a b "
            })
    @Timeout(20)
    void endsSoonOnHostileText(String piece) {
        String line = piece.repeat(40_000 / piece.length());
        for (Format format : List.of(Format.MARKDOWN, Format.ASCIIDOC, Format.YAML, Format.LOG)) {
            long start = System.nanoTime();
            Outlines.of(new Syntax(format, ""), RevisionLines.of(line + "\n" + line + "\n"));
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as(format + " of " + piece)
                    .isLessThan(Duration.ofSeconds(5));
        }
        String code = piece.repeat(299 / piece.length()) + "\n";
        for (String syntax : List.of("java", "typescript", "go", "sql", "hcl", "makefile")) {
            Outlines.of(new Syntax(Format.CODE, syntax), RevisionLines.of(code.repeat(50)));
        }
    }

    private static List<String> code(String syntax, String text) {
        return written(CodeOutline.outline(syntax, RevisionLines.of(text)));
    }

    private static Outline outline(Format format, String text) {
        return Outlines.of(new Syntax(format, ""), RevisionLines.of(text));
    }

    private static List<String> written(Outline outline) {
        return outline.blocks().stream().map(OutlineTests::written).toList();
    }

    private static String written(Block block) {
        return (block.kind()
                        + " "
                        + block.lines().first()
                        + "-"
                        + block.lines().last()
                        + " "
                        + block.label())
                .strip();
    }
}
