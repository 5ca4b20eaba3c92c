package io.opslore.sources;

import io.opslore.connections.git.Glob;
import java.util.List;
import java.util.stream.Stream;

/** Which paths a source brings in. A name without a star is a file, or a folder with all in it. */
final class PathChoice {

    private final List<Glob> include;
    private final List<Glob> exclude;

    /**
     * @throws io.opslore.connections.ConnectionFailed for patterns that are none
     */
    PathChoice(SourceRules rules) {
        include = globs(rules.include());
        exclude = globs(rules.exclude());
    }

    boolean takes(String path) {
        return (include.isEmpty() || include.stream().anyMatch(glob -> glob.fits(path)))
                && exclude.stream().noneMatch(glob -> glob.fits(path));
    }

    private static List<Glob> globs(List<String> patterns) {
        return patterns.stream().flatMap(PathChoice::globs).toList();
    }

    private static Stream<Glob> globs(String pattern) {
        String plain = pattern.replaceAll("/+$", "");
        boolean isName = plain.chars().noneMatch(one -> "*?{".indexOf(one) >= 0);
        return isName
                ? Stream.of(Glob.of("/" + plain), Glob.of("/" + plain + "/**"))
                : Stream.of(Glob.of(pattern));
    }
}
