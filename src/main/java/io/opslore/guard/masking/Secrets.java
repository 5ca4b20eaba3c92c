package io.opslore.guard.masking;

import com.google.re2j.Pattern;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a secret is apart from how it is written. */
final class Secrets {

    /** Line breaks, as such or escaped, with what surrounds them in code and logs. */
    private static final Pattern BREAKS = Pattern.compile("(?:\\\\+[nr]|[\\s\"'+])+");

    private static final int LONG = 40;

    private Secrets() {}

    /** The same for a key on many lines and the same key on one. */
    static String bare(String written) {
        boolean broken =
                written.length() > LONG && (written.contains("\n") || written.contains("\\n"));
        return broken ? BREAKS.matcher(written).replaceAll("") : written.strip();
    }

    /** What base64 wraps, where that is text; otherwise what is given. */
    static String unwrapped(String written) {
        String bare = written.replaceAll("\\s", "");
        try {
            byte[] bytes = Base64.getDecoder().decode(bare);
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.isBlank() ? bare : bare(text.strip());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return bare;
        }
    }
}
