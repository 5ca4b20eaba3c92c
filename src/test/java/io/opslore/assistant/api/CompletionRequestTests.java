package io.opslore.assistant.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What clients say of tools. */
class CompletionRequestTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | true",
                "{\"tool_choice\": null} | true",
                "{\"tool_choice\": \"auto\"} | true",
                "{\"tool_choice\": {\"type\": \"function\"}} | true",
                "{\"tool_choice\": \"none\"} | false"
            })
    void looksUnlessNoToolIsToBeChosen(String body, boolean looks) {
        var request = JsonMapper.builder().build().readValue(body, CompletionRequest.class);

        assertThat(request.looks()).isEqualTo(looks);
    }
}
