package io.opslore.connections.git;

import com.google.re2j.Pattern;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;

/**
 * A pattern of paths: a star stands for anything but slashes, two for anything, a question mark for
 * one character, {@code {a,b}} for either. Without a slash it fits names in any folder. Takes time
 * that grows with the path alone, whoever wrote the pattern. Immutable.
 */
public final class Glob {

    private static final int LONGEST = 200;

    private final Pattern pattern;

    private Glob(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * @throws ConnectionFailed UNFIT for what is none
     */
    public static Glob of(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw unfit();
        }
        try {
            String anywhere = text.indexOf('/') < 0 ? "(?:.*/)?" : "";
            return new Glob(Pattern.compile(anywhere + translated(text.replaceFirst("^/", ""))));
        } catch (com.google.re2j.PatternSyntaxException e) {
            throw unfit();
        }
    }

    public boolean fits(String path) {
        return pattern.matcher(path).matches();
    }

    private static String translated(String text) {
        var regex = new StringBuilder();
        int braces = 0;
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if (text.startsWith("**/", at)) {
                regex.append("(?:.*/)?");
                at += 2;
            } else if (text.startsWith("**", at)) {
                regex.append(".*");
                at++;
            } else if (one == '{') {
                braces++;
                regex.append("(?:");
            } else if (one == '}') {
                braces--;
                regex.append(')');
            } else {
                regex.append(
                        switch (one) {
                            case '*' -> "[^/]*";
                            case '?' -> "[^/]";
                            case ',' -> braces > 0 ? "|" : ",";
                            default -> Pattern.quote(String.valueOf(one));
                        });
            }
        }
        return regex.toString();
    }

    private static ConnectionFailed unfit() {
        return new ConnectionFailed(
                Reason.UNFIT,
                "That is no pattern of paths.",
                "Give one such as **/*.yaml or deploy/**.");
    }
}
