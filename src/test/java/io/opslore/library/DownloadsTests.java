package io.opslore.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.library.Release.Copy;
import io.opslore.testing.TestingPictures;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadsTests extends LibraryRoomTest {

    private static final String SECRET = "db.password=hunter2hunter2";
    private static final String MASKED = "db.password=«secret:password#3f2a1c»";
    private static final Mask MASK =
            new Mask(1, "password", "db.password", "«secret:password#3f2a1c»");

    @Test
    void givesTheOriginalToThoseWhoMayHaveItAndTheMaskedTextToOtherReaders() throws IOException {
        RevisionId revision = kept("app.properties", SECRET, Format.CODE, MASK);

        assertThat(taken(revision, admin)).isEqualTo(SECRET);
        assertThat(taken(revision, reader)).isEqualTo(MASKED);
        assertThatThrownBy(() -> downloads.file(revision, nobody)).isInstanceOf(NotFound.class);
    }

    @Test
    void givesTheOriginalNotEvenToWhoStoredIt() throws IOException {
        RevisionId revision = kept("app.properties", SECRET, Format.CODE, MASK);

        assertThat(taken(revision, contributor)).isEqualTo(MASKED);
        assertThatThrownBy(() -> downloads.original(revision, contributor))
                .isInstanceOf(NotAllowed.class);
    }

    @ParameterizedTest
    @CsvSource({"CODE, a.bin", "PAGES, a.bin.txt", "CONVERTED, a.bin.md"})
    void namesTheMaskedTextAfterWhatItIs(Format format, String name) throws IOException {
        assertThat(downloads.file(kept("a.bin", SECRET, format, MASK), reader).name())
                .isEqualTo(name);
    }

    @Test
    void givesReadersNothingOfWhatWasNeverMasked() throws IOException {
        RevisionId unread = store("a.properties", SECRET).revision();
        RevisionId ofOld = publish("b.properties", SECRET).revision();

        for (RevisionId revision : List.of(unread, ofOld)) {
            assertThat(downloads.release(revision, reader).copy()).isEqualTo(Copy.NONE);
            assertThatThrownBy(() -> downloads.file(revision, reader))
                    .isInstanceOf(NotAllowed.class);
            assertThat(downloads.drawn(revision, reader)).isEmpty();
            assertThat(taken(revision, admin)).isEqualTo(SECRET);
        }
    }

    @Test
    void drawsAPdfForReadersOnlyIfNothingInItWasMasked() throws IOException {
        RevisionId open = kept("open.pdf", "%PDF-1.7 open", Format.PAGES);
        RevisionId masked = kept("masked.pdf", "%PDF-1.7 masked", Format.PAGES, MASK);

        assertThat(downloads.drawn(open, reader)).contains(MediaKind.PDF);
        assertThat(downloads.drawn(masked, reader)).isEmpty();
        assertThat(downloads.drawn(masked, admin)).contains(MediaKind.PDF);
        assertThatThrownBy(() -> downloads.shown(masked, true, reader))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void drawsNothingThatWasReadAsSomethingElse() throws IOException {
        RevisionId both = kept("both.txt", "%PDF-1.7 or so", Format.TEXT);

        assertThat(downloads.drawn(both, reader)).isEmpty();
    }

    @Test
    void givesPicturesToEveryReader() throws IOException {
        var bytes = new java.io.ByteArrayInputStream(TestingPictures.of("png", 3, 2));
        RevisionId picture =
                storing.store(new DocumentKey(space, "upload", "a.png"), bytes, "upload", admin)
                        .revision();
        describe(picture, "", Format.IMAGE);

        assertThat(downloads.release(picture, reader).copy()).isEqualTo(Copy.ORIGINAL);
        assertThat(downloads.drawn(picture, reader)).contains(MediaKind.PNG);
    }

    private RevisionId kept(String path, String original, Format format, Mask... masks)
            throws IOException {
        RevisionId revision = store(path, original).revision();
        describe(revision, masks.length == 0 ? original : MASKED, format, masks);
        return revision;
    }

    private void describe(RevisionId revision, String text, Format format, Mask... masks) {
        revisions.describe(
                revision,
                new RevisionText(text, "", format, "", List.of(), List.of()),
                FoundDetails.NONE,
                new Masks("1", List.of(masks)));
    }

    private String taken(RevisionId revision, Asker asker) throws IOException {
        try (InputStream bytes = downloads.file(revision, asker).bytes()) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }
}
