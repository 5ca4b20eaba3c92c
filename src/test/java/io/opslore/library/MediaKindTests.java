package io.opslore.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.testing.TestingPictures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaKindTests {

    @Test
    void knowsPicturesByTheirBytes() throws Exception {
        assertThat(MediaKind.of(TestingPictures.of("png", 2, 2))).contains(MediaKind.PNG);
        assertThat(MediaKind.of(TestingPictures.of("jpg", 2, 2))).contains(MediaKind.JPEG);
        assertThat(MediaKind.of(TestingPictures.of("gif", 2, 2))).contains(MediaKind.GIF);
        assertThat(of("RIFF\u0010\0\0\0WEBPVP8 ")).contains(MediaKind.WEBP);
        assertThat(of("\0\0\0\u0020ftypavif\0\0\0\0")).contains(MediaKind.AVIF);
        assertThat(of("%PDF-1.7\n")).contains(MediaKind.PDF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "\n<?xml version='1.0'?>\n<!-- a --><!DOCTYPE svg PUBLIC \"x\" \"y\">\n<svg>",
            })
    void knowsADrawingByItsFirstElement(String start) {
        assertThat(of(start)).contains(MediaKind.SVG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!DOCTYPE html><html><svg></svg></html>",
                "<html>\u0089PNG\r\n",
                "<p><svg></svg>",
                "<svgx>",
                "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg>&a;</svg>",
                "GIF",
                "RIFF\0\0\0\0WAVE",
                " %PDF-1.7",
                "BM\0\0",
            })
    void takesNothingElseForOne(String start) {
        assertThat(of(start)).isEmpty();
    }

    @Test
    void isNotKeptBusyByEndlessComments() {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(of("<!---->".repeat(600) + "x")).isEmpty());
    }

    private static java.util.Optional<MediaKind> of(String start) {
        return MediaKind.of(start.getBytes(StandardCharsets.ISO_8859_1));
    }
}
