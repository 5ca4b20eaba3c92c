package io.opslore.guard.masking;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.function.Consumer;

/** Knows where a manifest has begun of which it is not yet said whether it is a Secret. */
final class Undecided {

    private static final Pattern DATA =
            Pattern.compile(
                    "(?m)^([ >+]*(?:- +)?)[\"']?(?:data|stringData)[\"']?:[ \\t]*(?:\\{.*)?\\r?$");
    private static final Pattern JSON = Pattern.compile("\"(?:data|stringData)\\\\?\"\\s*:\\s*\\{");

    private Undecided() {}

    static void find(Source source, Consumer<Integer> open) {
        String text = source.text();
        int tail = Math.max(0, text.length() - 65_536);
        int document = Math.max(text.lastIndexOf("\n---"), text.lastIndexOf("\n```"));
        int from = Math.max(tail, document + 1);
        Matcher data = DATA.matcher(text);
        if (data.find(from)
                && !text.substring(from, data.start()).contains("kind:")
                && data.group(1).isBlank()) {
            open.accept(data.start());
        }
        Matcher json = JSON.matcher(text);
        if (json.find(from) && !text.substring(from).contains("\"kind\"")) {
            open.accept(json.start());
        }
    }
}
