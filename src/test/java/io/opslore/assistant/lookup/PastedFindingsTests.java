package io.opslore.assistant.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.guard.MaskedSecret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pasted text is taken for, and what the portal's rules say of it. */
class PastedFindingsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apiVersion: v1\\nkind: Pod | pasted.yaml",
                "apiVersion: v1\\nname: {{ .Values.x }} | templates/pasted.yaml",
                "services:\\n  api: | compose.yaml",
                "on: push\\njobs:\\n  a: | .github/workflows/pasted.yaml",
                "pipeline {\\n} | Jenkinsfile",
                "# x\\nFROM alpine | Dockerfile",
                "replicas: 2 | values.yaml"
            })
    void knowsWhatAManifestIs(String text, String name) {
        assertThat(PastedKind.MANIFEST.fileName(text.replace("\\n", "\n"))).isEqualTo(name);
    }

    @Test
    void namesTheLineOfEachFindingTheWorstFirst() {
        String text =
                """
                resource "aws_db_instance" "db" {
                  storage_encrypted = false
                  publicly_accessible = true
                }
                """;

        PastedFindings findings = of(PastedKind.TERRAFORM, text);

        assertThat(findings.count()).isEqualTo(2);
        assertThat(findings.text().lines())
                .hasSize(3)
                .satisfiesExactly(
                        one -> assertThat(one).contains("terraform: resource aws_db_instance.db"),
                        one -> assertThat(one).startsWith("ERROR in line 3 of the pasted text"),
                        one -> assertThat(one).startsWith("WARNING in line 2 of the pasted text"));
    }

    @Test
    void saysThatNothingWasFoundWhereRulesLooked() {
        assertThat(of(PastedKind.TERRAFORM, "locals {\n}\n").text()).contains("No rule");
    }

    @Test
    void looksThroughDiffsAndScriptsForSecretsAlone() {
        assertThat(PastedFindings.of("pasted.diff", "+ a", List.of())).isEmpty();
        var secret = new MaskedSecret(7, "password", "DB", "«secret:password#1»");
        assertThat(PastedFindings.of("pasted.sh", "x", List.of(secret)))
                .get()
                .extracting(PastedFindings::text)
                .asString()
                .isEqualTo(
                        "ERROR in line 7 of the pasted text (secret-in-text): Looks like a secret in"
                                + " plain text (password). Take it out, rotate it, and keep it in a"
                                + " vault.");
    }

    private static PastedFindings of(PastedKind kind, String text) {
        return PastedFindings.of(kind.fileName(text), text, List.of()).orElseThrow();
    }
}
