package io.opslore.ingest.extract;

import io.opslore.library.MediaKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/** What the content of a file is; the name only chooses among what the content allows. */
sealed interface FileType {

    /** How many bytes from the start are looked at. */
    int HEAD = 64 * 1024;

    /** Read by a converter. */
    record Convertible(Converter.Kind kind) implements FileType {}

    /** Read as it stands. */
    record Text() implements FileType {}

    /** Pixels: shown, but there is nothing to read. */
    record Picture() implements FileType {}

    /**
     * Nothing that the portal reads.
     *
     * @param description for people, for instance {@code Zip archive (application/zip)}
     */
    record Unsupported(String description) implements FileType {}

    /** Decides by a file's first {@link #HEAD} bytes. */
    static FileType of(byte[] head, String fileName) {
        if (MediaKind.of(head).filter(MediaKind::isPicture).isPresent()) {
            return new Picture();
        }
        String type = magic(head);
        String extension = Syntax.extension(fileName);
        if (type.equals("application/pdf")) {
            return new Convertible(Converter.Kind.PDF);
        }
        if (isZip(head)) {
            return isOfficeDocument(head) || extension.equals("docx")
                    ? new Convertible(Converter.Kind.DOCX)
                    : unsupported(type);
        }
        if (type.equals("application/x-tika-msoffice") && extension.equals("docx")) {
            // An encrypted DOCX is wrapped in the old Office container; the converter says so.
            return new Convertible(Converter.Kind.DOCX);
        }
        if (Types.TEXT_THAT_IS_NONE.contains(type) || !Decoder.looksLikeText(head)) {
            return unsupported(type);
        }
        return isHtml(type, extension, fileName)
                ? new Convertible(Converter.Kind.HTML)
                : new Text();
    }

    private static boolean isHtml(String type, String extension, String fileName) {
        return Set.of("html", "htm", "xhtml").contains(extension)
                || type.endsWith("html") && Syntax.ofName(fileName).isEmpty();
    }

    private static boolean isZip(byte[] head) {
        return head.length > 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    private static boolean isOfficeDocument(byte[] head) {
        String names = new String(head, StandardCharsets.ISO_8859_1);
        return names.contains("[Content_Types].xml") || names.contains("word/document.xml");
    }

    private static String magic(byte[] head) {
        try {
            return Types.ALL
                    .detect(new ByteArrayInputStream(head), new Metadata())
                    .getBaseType()
                    .toString()
                    .toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory does not fail", e);
        }
    }

    private static Unsupported unsupported(String type) {
        String description = "";
        try {
            description = Types.ALL.forName(type).getDescription();
        } catch (MimeTypeException e) {
            // Only the description is missing.
        }
        return new Unsupported(description.isBlank() ? type : description + " (" + type + ")");
    }

    /** Tika's table of types, and those that look like text but are not for reading as such. */
    final class Types {

        private static final MimeTypes ALL = MimeTypes.getDefaultMimeTypes();
        private static final Set<String> TEXT_THAT_IS_NONE =
                Set.of("application/rtf", "application/postscript", "application/illustrator");

        private Types() {}
    }
}
