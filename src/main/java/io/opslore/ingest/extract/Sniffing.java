package io.opslore.ingest.extract;

import io.opslore.library.Format;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the syntax of a text by its file's name and, where that leaves it open, by its lines. */
final class Sniffing {

    private static final int LINES = 60;
    private static final Pattern SHELL = Pattern.compile("#!.*\\b(ba|z|k|da)?sh\\b.*");
    private static final Pattern PYTHON = Pattern.compile("#!.*\\bpython[0-9.]*\\b.*");
    private static final Pattern YAML_START =
            Pattern.compile("---\\s*|apiVersion:.*|kind:\\s+\\S+");

    private Sniffing() {}

    static Syntax syntax(String fileName, List<String> lines) {
        Optional<Syntax> named = Syntax.ofName(fileName);
        if (named.isPresent() && !named.get().equals(Syntax.PLAIN)) {
            return named.get();
        }
        if (isLog(lines)) {
            return Syntax.LOG;
        }
        return named.orElseGet(() -> byFirstLine(lines));
    }

    private static Syntax byFirstLine(List<String> lines) {
        String first = lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
        if (SHELL.matcher(first).matches()) {
            return new Syntax(Format.CODE, "bash");
        }
        if (PYTHON.matcher(first).matches()) {
            return new Syntax(Format.CODE, "python");
        }
        if (first.startsWith("<?xml")) {
            return new Syntax(Format.CODE, "xml");
        }
        if (YAML_START.matcher(first).matches()) {
            return Syntax.YAML;
        }
        return first.strip().startsWith("{") || first.strip().startsWith("[{")
                ? Syntax.JSON
                : Syntax.PLAIN;
    }

    private static boolean isLog(List<String> lines) {
        List<String> sample = lines.stream().filter(line -> !line.isBlank()).limit(LINES).toList();
        long entries = sample.stream().filter(line -> LogOutline.time(line) != null).count();
        return entries >= 3 && entries * 2 > sample.size();
    }
}
