package io.opslore.retrieval.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactPhraseTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "exit code 137|It ends with Exit Code 137.|true",
                "exit code 137|exit code 1378|false",
                "exit code 137|exit codes 137|false",
                "exit code 137|exit  code\\n  137|true",
                "kubectl get pods -n prod|run `kubectl get pods -n prod` now|true",
                "kubectl get pods -n prod|run `kubectl get pods` **-n prod**|true",
                "kubectl get pods -n prod|kubectl get pods --n prod|false",
                "to be or not to be|To be, or not to be|false",
                "to be or not to be|whether to be or not to be|true",
                "--force|apply --force --grace-period=0|true",
                "kube-system/web|in kube-system/web.v2|true",
                "подъём сервиса|Подъем сервиса|true",
                "подъем сервиса|ПОДЪЁМ сервиса|true",
                "a.b*c|a.b*c|true",
                "a.b*c|axbbc|false",
                "\\E|x \\E x|true"
            })
    void holdsToTheLetter(String phrase, String text, boolean holds) {
        assertThat(new ExactPhrase(phrase).isIn(text.replace("\\n", "\n"))).isEqualTo(holds);
    }
}
