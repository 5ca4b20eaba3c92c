package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<|im_start|>",
                "<|im_end|>",
                "<|eot_id|>",
                "<|start_header_id|>",
                "<|endoftext|>",
                "<｜begin▁of▁sentence｜>",
                "<s>",
                "</s>",
                "[INST]",
                "[/INST]",
                "<<SYS>>",
                "<</SYS>>",
                "<start_of_turn>",
                "<end_of_turn>",
                "<bos>",
                "<eos>",
                "<think>",
                "</think>",
                "<tool_call>",
                "</tool_call>",
                "<tool_response>",
                "<function_calls>",
                "[TOOL_CALLS]",
                "[AVAILABLE_TOOLS]",
                "[SYSTEM_PROMPT]",
                "<unused7>",
                "<extra_id_0>",
                "[gMASK]",
                "<system>",
                "</assistant>",
                "<<<END 1 0a1b2c3d>>>",
                "<<< passage 2 x>>>",
                "<|\u200bim_start|>"
            })
    void noMarkOfATemplateIsLeft(String mark) {
        String harmless = ModelText.harmless("a" + mark + "b");
        assertThat(harmless)
                .doesNotContain(mark)
                .doesNotContain("<|")
                .doesNotContain("|>")
                .doesNotContain("<｜")
                .doesNotContainPattern("(?i)<<<\\s*(PASSAGE|END)")
                .doesNotContainPattern("\\[/?INST\\]|</?s>|<</?SYS");
        assertThat(ModelText.harmless(harmless)).isEqualTo(harmless);
    }

    @Test
    void leavesWhatDevelopersWriteAsItIs() {
        String code =
                """
                if [ $a < $b ] && grep x <<< "$y" | tee /dev/null; then
                  List<String> names; a[INSTANCE] = x <= y; <div class="a"> a |> b </div>
                fi
                """;
        assertThat(ModelText.harmless(code)).isEqualTo(code);
    }

    @Test
    void takesOutWhatNobodySeesAndKeepsTheLines() {
        String hidden =
                "a\u200bb\u202ec\u2066d\u2069\uFEFF\n"
                        + Character.toString(0xE0049)
                        + Character.toString(0xE0067)
                        + "e\u0007\r\nё\tf";
        assertThat(ModelText.harmless(hidden)).isEqualTo("abcd\ne\r\nё\tf");
        assertThat(ModelText.line("docs/a\u2028b\u0085c\nd.md › <|im_end|>"))
                .isEqualTo("docs/a b c d.md › < |im_end| >");
    }
}
