package io.opslore.guard.masking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the labelled set.
 *
 * @param labels where its secrets stand, in order, each on one line
 */
record TestingSample(String name, String text, List<Label> labels) {

    record Label(int start, int end) {}

    private static final Pattern KEY = Pattern.compile("( *)\\{PEM:([A-Z0-9 ]+):([0-9]+)\\}");

    /** The files of the resource; what stands in white brackets is secret. */
    static List<TestingSample> read(String resource) {
        List<TestingSample> samples = new ArrayList<>();
        for (String part : resource(resource).split("(?m)^=== ")) {
            if (!part.isBlank()) {
                int line = part.indexOf('\n');
                samples.add(made(part.substring(0, line), part.substring(line + 1)));
            }
        }
        return samples;
    }

    String secret(Label label) {
        return text.substring(label.start(), label.end());
    }

    String line(int position) {
        int start = text.lastIndexOf('\n', position - 1) + 1;
        int end = text.indexOf('\n', position);
        return text.substring(start, end < 0 ? text.length() : end);
    }

    private static TestingSample made(String name, String template) {
        String filled = new TestingTemplate(name.hashCode()).filled(withKeys(template));
        StringBuilder text = new StringBuilder();
        List<Label> labels = new ArrayList<>();
        int start = 0;
        for (char letter : filled.toCharArray()) {
            if (letter == '⟦') {
                start = text.length();
            } else if (letter == '⟧') {
                labels.add(new Label(start, text.length()));
            } else {
                text.append(letter);
            }
        }
        return new TestingSample(name, text.toString(), labels);
    }

    private static String withKeys(String template) {
        Matcher key = KEY.matcher(template);
        return key.replaceAll(found -> {
            String indent = found.group(1);
            String body =
                    (indent + "⟦{S:64}⟧\n").repeat(Integer.parseInt(found.group(3)))
                            + indent
                            + "⟦{S:38}==⟧\n";
            return "%s-----BEGIN %s-----\n%s%s-----END %s-----"
                    .formatted(indent, found.group(2), body, indent, found.group(2));
        });
    }

    private static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(TestingSample.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
