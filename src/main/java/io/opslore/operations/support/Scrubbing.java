package io.opslore.operations.support;

import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Takes out of a line of the log what does not belong into strangers' hands: secrets, what is
 * quoted, addresses and paths, and every word that is a part of a name of a person, a space or a
 * document here.
 */
@Component
class Scrubbing {

    private static final String LEFT_OUT = "…";

    private static final Pattern QUOTED =
            Pattern.compile("\"[^\"]*\"|'[^']*'|“[^”]*”|«(?!secret:)[^»]*»|`[^`]*`");
    private static final Pattern PATH = Pattern.compile("\\S*[/\\\\@]\\S*");
    private static final Pattern FILE = Pattern.compile("\\S+\\.[\\p{L}]{1,5}(?=$|[\\s,;:)\\]])");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.-]{3,}");

    private final Masking masking;
    private final JdbcTemplate jdbc;

    Scrubbing(Masking masking, JdbcTemplate jdbc) {
        this.masking = masking;
        this.jdbc = jdbc;
    }

    /** Everything that somebody here is called or has called something. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        for (String name :
                jdbc.queryForList(
                        """
                        select username from account union select display_name from account
                        union select name from space union select path from document
                        """,
                        String.class)) {
            WORD.matcher(name).results().forEach(word -> names.add(key(word.group())));
        }
        return names;
    }

    String line(String text, Set<String> names) {
        String plain = masking.mask(text, MaskScope.PORTAL).text();
        plain = QUOTED.matcher(plain).replaceAll(LEFT_OUT);
        plain = PATH.matcher(plain).replaceAll(LEFT_OUT);
        plain = FILE.matcher(plain).replaceAll(LEFT_OUT);
        return WORD.matcher(plain)
                .replaceAll(word -> names.contains(key(word.group())) ? LEFT_OUT : word.group());
    }

    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
