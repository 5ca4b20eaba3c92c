package io.opslore.library;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The originals that a browser may show as they are. Decided by their first bytes alone: a name or
 * a claim of the sender's never makes anything one of these.
 */
public enum MediaKind {
    PNG("image/png"),
    JPEG("image/jpeg"),
    GIF("image/gif"),
    WEBP("image/webp"),
    AVIF("image/avif"),
    /** A drawing that may hold scripts: only ever shown where none can run. */
    SVG("image/svg+xml"),
    PDF("application/pdf");

    /** How many bytes from the start are looked at. */
    public static final int HEAD = 4096;

    private static final Pattern SVG_START =
            Pattern.compile(
                    "\\uFEFF?+(?>\\s|<\\?xml[^>]*\\?>|<!--.*?-->|<!DOCTYPE\\s+svg[^>\\[]*>)*+"
                            + "<svg[\\s>/]",
                    Pattern.DOTALL);

    private final String contentType;

    MediaKind(String contentType) {
        this.contentType = contentType;
    }

    /** The only content type that it may be sent with. */
    public String contentType() {
        return contentType;
    }

    /** Whether it is pixels and nothing else. */
    public boolean isPicture() {
        return switch (this) {
            case PNG, JPEG, GIF, WEBP, AVIF -> true;
            case SVG, PDF -> false;
        };
    }

    /** Decides by a file's first {@link #HEAD} bytes; empty for everything else. */
    public static Optional<MediaKind> of(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 16), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u0089PNG\r\n\u001A\n")) {
            return Optional.of(PNG);
        }
        if (start.startsWith("\u00FF\u00D8\u00FF")) {
            return Optional.of(JPEG);
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return Optional.of(GIF);
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        }
        if (start.startsWith("ftypavif", 4) || start.startsWith("ftypavis", 4)) {
            return Optional.of(AVIF);
        }
        if (start.startsWith("%PDF-")) {
            return Optional.of(PDF);
        }
        return isSvg(head) ? Optional.of(SVG) : Optional.empty();
    }

    private static boolean isSvg(byte[] head) {
        byte[] looked = Arrays.copyOf(head, Math.min(head.length, HEAD));
        return SVG_START.matcher(new String(looked, StandardCharsets.UTF_8)).lookingAt();
    }
}
