package io.opslore.ingest.extract;

import io.opslore.ingest.IngestSettings;
import io.opslore.ingest.IngestState.Reason;
import io.opslore.library.Format;
import io.opslore.library.RevisionText;
import io.opslore.library.SpaceId;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.stereotype.Component;

/** From a file's bytes to its text and structure, without the secrets in it. Thread-safe. */
@Component
public class Extraction {

    private final Converter converter;
    private final SecretMasking masking;
    private final IngestSettings settings;

    Extraction(Converter converter, SecretMasking masking, IngestSettings settings) {
        this.converter = converter;
        this.masking = masking;
        this.settings = settings;
    }

    /**
     * @param path its last part is a hint at the type
     * @param space within which the same secret is recognised
     * @throws ExtractionFailed if the file is to blame
     * @throws IOException if anything else is
     */
    public Extracted extract(String path, SpaceId space, long size, Original original)
            throws ExtractionFailed, IOException, InterruptedException {
        requireSize(size);
        String fileName = path.substring(path.lastIndexOf('/') + 1);
        var secrets = new TextSecrets(masking, fileName, space);
        RevisionText text =
                switch (FileType.of(head(original), fileName)) {
                    case FileType.Convertible(Converter.Kind kind) ->
                            converted(kind, size, original, secrets);
                    case FileType.Text() -> text(fileName, size, original, secrets);
                    case FileType.Picture() ->
                            new RevisionText("", "", Format.IMAGE, "", List.of(), List.of());
                    case FileType.Unsupported(String description) ->
                            throw new ExtractionFailed(Reason.UNSUPPORTED_TYPE, description);
                };
        return new Extracted(text, secrets.found());
    }

    /** From a text that was extracted before, where its file cannot be read any more. */
    public Extracted again(String fileName, SpaceId space, RevisionText stored) {
        var secrets = new TextSecrets(masking, fileName, space);
        String text = secrets.text(stored.text());
        List<String> lines = RevisionLines.of(text);
        Outline outline =
                stored.format() == Format.PAGES
                        ? Pages.outline(lines, stored.pageFirstLines())
                        : Outlines.of(new Syntax(stored.format(), stored.syntax()), lines);
        return new Extracted(
                new RevisionText(
                        text,
                        secrets.beside(stored.title()),
                        stored.format(),
                        stored.syntax(),
                        outline.blocks(),
                        stored.pageFirstLines()),
                secrets.found());
    }

    private void requireSize(long size) throws ExtractionFailed {
        if (size == 0) {
            throw new ExtractionFailed(Reason.EMPTY, "0 bytes");
        }
        if (size > settings.maxFileSize().toBytes()) {
            throw new ExtractionFailed(Reason.TOO_LARGE, size + " bytes");
        }
    }

    private static byte[] head(Original original) throws IOException {
        try (InputStream in = original.open()) {
            return in.readNBytes(FileType.HEAD);
        }
    }

    private RevisionText converted(
            Converter.Kind kind, long size, Original original, TextSecrets secrets)
            throws ExtractionFailed, IOException, InterruptedException {
        Converter.Converted converted;
        try (InputStream in = original.open()) {
            converted = converter.convert(kind, in, size);
        }
        Format format = kind == Converter.Kind.PDF ? Format.PAGES : Format.CONVERTED;
        String text = secrets.text(checked(converted.text()));
        Outline outline =
                format == Format.PAGES
                        ? Pages.outline(RevisionLines.of(text), converted.pageFirstLines())
                        : Outlines.of(new Syntax(Format.CONVERTED, ""), RevisionLines.of(text));
        String title =
                converted.title().isBlank()
                        ? outline.title()
                        : secrets.beside(converted.title().strip());
        return new RevisionText(
                text, title, format, "", outline.blocks(), converted.pageFirstLines());
    }

    private RevisionText text(String fileName, long size, Original original, TextSecrets secrets)
            throws ExtractionFailed, IOException {
        // No character set needs more bytes for a character.
        if (size > 4L * settings.maxTextLength()) {
            throw new ExtractionFailed(Reason.TOO_LARGE, size + " bytes of text");
        }
        byte[] bytes;
        try (InputStream in = original.open()) {
            bytes = in.readAllBytes();
        }
        String decoded =
                Decoder.decode(bytes)
                        .orElseThrow(
                                () -> new ExtractionFailed(Reason.UNSUPPORTED_TYPE, "binary data"));
        String text = secrets.text(checked(PlainText.of(decoded)));
        List<String> lines = RevisionLines.of(text);
        Syntax syntax = Sniffing.syntax(fileName, lines);
        Outline outline = Outlines.of(syntax, lines);
        return new RevisionText(
                text, outline.title(), syntax.format(), syntax.name(), outline.blocks(), List.of());
    }

    private String checked(String text) throws ExtractionFailed {
        if (text.isBlank()) {
            throw new ExtractionFailed(Reason.EMPTY, "no text in it");
        }
        if (text.length() > settings.maxTextLength()) {
            throw new ExtractionFailed(Reason.TOO_LARGE, text.length() + " characters");
        }
        return text;
    }
}
