package io.opslore.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideAddressTests {

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a?b=c,            example.org,         false, false",
        "HTTP://Example.ORG:8080,              example.org,         false, false",
        "mailto:ops@example.org,               example.org,         false, false",
        "https://portal.local@evil.example/,   evil.example,        false, true",
        "https://пример.рф/,                   xn--e1afmkfd.xn--p1ai, false, true",
        "https://g\u043E\u043Egle.com/,        xn--ggle-55da.com,   false, true",
        "https://127.0.0.1/x,                  127.0.0.1,           false, true",
        "https://2130706433/,                  2130706433,          false, true",
        "https://0x7f.1/,                      0x7f.1,              false, true",
        "https://[::1]/,                       [::1],               false, true",
    })
    void tellsTheHostThatABrowserGoesTo(
            String text, String host, boolean carriesData, boolean disguised) {
        OutsideAddress outside = OutsideAddress.of(text).orElseThrow();

        assertThat(outside.host()).isEqualTo(host);
        assertThat(outside.carriesData()).isEqualTo(carriesData);
        assertThat(outside.isDisguised()).isEqualTo(disguised);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/?q=the+payments+queue+drains+in+12+minutes+always",
                "https://evil.example/dGhlIHBheW1lbnRzIHF1ZXVlIGRyYWlucyBpbiAxMiBtaW51dGVz",
                "https://evil.example/x#the-payments-queue-drains-in-12-minutes-always",
                "mailto:x@evil.example?body=the+payments+queue+drains+in+12+minutes+always",
            })
    void tellsThatTheAddressCarriesData(String text) {
        assertThat(OutsideAddress.of(text).orElseThrow().carriesData()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "data:text/html,x",
                "//evil.example",
                "https:evil.example",
                "https:///evil.example",
                "https://good.example\\@evil.example/",
                "https://good.example\\.evil.example/",
                "https://evil.example/\u202Egpj",
                "https://ev\u200Bil.example/",
                "https://evil.example/a b",
                "https://evil.example\t/",
                "java\nscript://evil.example",
                "https://a@b@evil.example/",
                "https://evil.example:99999999/",
                "mailto:a@b.example,c@d.example",
                "mailto:x@y.example\r\nBcc:z@evil.example",
            })
    void opensNothingThatABrowserMightReadInAnotherWay(String text) {
        assertThat(OutsideAddress.of(text)).isEmpty();
    }

    @Test
    void aLinkLeadsToThePageThatAsksAndKeepsTheWholeAddress() {
        String link = OutsideAddress.leaving(" https://example.org/ä?a=1&b=\"2\"#x ");

        assertThat(link).startsWith("leave?to=").doesNotContain("\"", "&", "#", " ");
        assertThat(URLDecoder.decode(link.substring(9), StandardCharsets.UTF_8))
                .isEqualTo("https://example.org/ä?a=1&b=\"2\"#x");
    }
}
