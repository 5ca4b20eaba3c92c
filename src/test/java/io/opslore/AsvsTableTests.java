package io.opslore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/security/asvs.md to tests that are there. */
class AsvsTableTests {

    private static final Path TABLE = Path.of("docs/security/asvs.md");
    private static final Pattern TEST_CLASS = Pattern.compile("`(\\w+Tests)`");
    private static final Pattern RESULT = Pattern.compile("(met|partly|open)(: .+)?");

    @Test
    void everyTestThatTheTableNamesIsThere() throws IOException {
        Set<String> named =
                TEST_CLASS
                        .matcher(Files.readString(TABLE))
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isNotEmpty();
        assertThat(testClasses()).containsAll(named);
    }

    @Test
    void everyItemHasAResult() throws IOException {
        List<String> rows =
                Files.readAllLines(TABLE).stream()
                        .filter(line -> line.matches("\\| \\d+\\.\\d+\\.\\d+.*"))
                        .toList();

        assertThat(rows).hasSizeGreaterThan(60);
        assertThat(rows)
                .allSatisfy(row -> {
                    String[] cells = row.split("\\|");
                    assertThat(cells).as(row).hasSize(5);
                    assertThat(cells[4].strip()).as(row).matches(RESULT);
                });
    }

    private static Set<String> testClasses() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Tests.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
