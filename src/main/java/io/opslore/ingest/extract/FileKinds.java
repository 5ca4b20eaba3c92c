package io.opslore.ingest.extract;

import io.opslore.ingest.FileKind;
import java.util.Optional;
import java.util.Set;

/** Tells what a file is before it is taken in, as its extraction will. */
public final class FileKinds {

    /** How many bytes from the start are looked at. */
    public static final int HEAD = FileType.HEAD;

    private static final Set<String> SETTINGS = Set.of("ini", "toml", "properties", "xml");

    private FileKinds() {}

    /**
     * Empty for what the portal cannot read.
     *
     * @param head its first {@link #HEAD} bytes, or all
     */
    public static Optional<FileKind> of(byte[] head, String fileName) {
        return switch (FileType.of(head, fileName)) {
            case FileType.Convertible convertible -> Optional.of(FileKind.OFFICE);
            case FileType.Picture picture -> Optional.of(FileKind.PICTURE);
            case FileType.Text text ->
                    Optional.of(kind(Syntax.ofName(fileName).orElse(Syntax.PLAIN)));
            case FileType.Unsupported unsupported -> Optional.empty();
        };
    }

    private static FileKind kind(Syntax syntax) {
        return switch (syntax.format()) {
            case MARKDOWN, ASCIIDOC, TEXT -> FileKind.TEXT;
            case YAML, JSON -> FileKind.CONFIGURATION;
            case CODE -> SETTINGS.contains(syntax.name()) ? FileKind.CONFIGURATION : FileKind.CODE;
            case LOG -> FileKind.LOG;
            case PAGES, CONVERTED -> FileKind.OFFICE;
            case IMAGE -> FileKind.PICTURE;
        };
    }
}
