package io.opslore.kit;

import java.net.IDN;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address outside of the portal, read as strictly as can be: what a browser might understand in
 * another way is none. Immutable.
 *
 * @param address to go to, as it may stand in a link
 * @param host to be shown: in ASCII, so that no letter passes for another; of a mail address what
 *     follows the {@code @}
 * @param carriesData whether more than a few characters would be told to whoever is there
 * @param isDisguised whether it holds a name and password, or a host that is written in letters
 *     beyond ASCII or in numbers
 */
public record OutsideAddress(
        String address, String host, boolean carriesData, boolean isDisguised) {

    private static final String PAGE = "leave?to=";

    /** A query of a page number or a language says nothing; that of a document's text would. */
    private static final int FEW = 40;

    private static final Pattern WEB =
            Pattern.compile(
                    "(?<scheme>https?)://(?:(?<user>[\\w.~!$&'()*+,;=:%-]*)@)?"
                            + "(?<host>[\\p{L}\\p{M}\\p{N}.-]{1,253}|\\[[0-9a-f:.]{2,45}])"
                            + "(?<port>:[0-9]{1,5})?(?<rest>[/?#][^\\s\\\\\\p{C}]*)?",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern MAIL =
            Pattern.compile(
                    "mailto:[\\w.+-]{1,64}@(?<host>[a-z0-9.-]{1,253})(?<rest>\\?[^\\s\\\\\\p{C}]*)?",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern PARTS = Pattern.compile("[/?&=#:]");

    private static final Pattern NUMERIC = Pattern.compile("\\[.*]|[0-9.]+|0x[0-9a-f.x]+");

    /** Where a link to the address leads instead: the page that tells its host and asks. */
    public static String leaving(String address) {
        return PAGE + URLEncoder.encode(address.strip(), StandardCharsets.UTF_8);
    }

    /** Empty for what is no whole web or mail address. */
    public static Optional<OutsideAddress> of(String text) {
        Matcher mail = MAIL.matcher(text);
        if (mail.matches()) {
            String rest = text(mail, "rest");
            return Optional.of(
                    new OutsideAddress(text, text(mail, "host"), carriesData(rest), false));
        }
        Matcher web = WEB.matcher(text);
        return web.matches() ? web(web) : Optional.empty();
    }

    private static Optional<OutsideAddress> web(Matcher web) {
        String written = web.group("host");
        String host;
        try {
            host = written.startsWith("[") ? written : IDN.toASCII(written);
        } catch (IllegalArgumentException notAHost) {
            return Optional.empty();
        }
        String shown = host.toLowerCase(Locale.ROOT);
        String user = text(web, "user");
        String address =
                web.group("scheme").toLowerCase(Locale.ROOT)
                        + "://"
                        + (user.isEmpty() ? "" : user + "@")
                        + shown
                        + text(web, "port")
                        + text(web, "rest");
        boolean disguised =
                !user.isEmpty()
                        || !shown.equalsIgnoreCase(written)
                        || shown.contains("xn--")
                        || NUMERIC.matcher(shown).matches();
        return Optional.of(
                new OutsideAddress(
                        address, shown, carriesData(user + text(web, "rest")), disguised));
    }

    private static boolean carriesData(String rest) {
        int data = rest.indexOf('?') < 0 ? rest.indexOf('#') : rest.indexOf('?');
        return data >= 0 && rest.length() - data > FEW
                || PARTS.splitAsStream(rest).anyMatch(part -> part.length() > FEW);
    }

    private static String text(Matcher matcher, String group) {
        String text = matcher.group(group);
        return text == null ? "" : text;
    }
}
