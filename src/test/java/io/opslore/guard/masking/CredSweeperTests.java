package io.opslore.guard.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The samples of CredSweeper, labelled by its makers. Looked at are the files that are text in
 * UTF-8. A labelled value is recalled when its line, masked, does not hold it any more, unless the
 * line holds it elsewhere, where nothing says that it is one.
 *
 * <p>Neutral, neither asked for nor wrong when masked, is what is no secret by itself: UUIDs (left
 * alone on purpose where no name tells), domains of Firebase and names of buckets, salts and nonces
 * (which are stored in the open), ids of apps, organisations and clients (WeChat; Salesforce's
 * {@code 00D…} alone; Google's {@code ….apps.googleusercontent.com}), and the first and last line
 * of a key, which say only that it is one. A value of fewer than four characters is neutral too,
 * and so are the types of JSON Web Keys.
 *
 * <p>A masked span is right when it overlaps a labelled or neutral value of its file. Lines of one
 * secret count once. In the samples of prose ({@code doc_…}) only a part is labelled, because the
 * labels are those of the scan that reads programs; there a span on a line without any label counts
 * neither way. Nor does an encrypted private key, which the set spares and the portal masks,
 * because its passphrase can be guessed at leisure.
 */
class CredSweeperTests {

    private static final Set<String> NEUTRAL =
            Set.of(
                    "UUID",
                    "Firebase Domain",
                    "AWS S3 Bucket",
                    "Nonce",
                    "Salt",
                    "Tencent WeChat API App ID");

    private record Label(String rule, int line, String value) {

        boolean neutral() {
            return NEUTRAL.contains(rule)
                    || value.length() < 4
                    || value.startsWith("-----")
                    || value.contains("\"kty\"")
                    || value.endsWith(".apps.googleusercontent.com")
                    || rule.startsWith("Salesforce") && value.length() < 20;
        }
    }

    private int labelled;
    private int recalled;
    private int spans;
    private int right;
    private int untouched;
    private final List<String> missed = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void mostLabelledSecretsAreFoundAndFewOtherThings() throws IOException {
        Optional<Path> archive = archive();
        assumeTrue(archive.isPresent(), "shared/eval/secrets-credsweeper.tar.gz is not here");
        Map<String, byte[]> files = files(archive.get());
        Map<String, List<Label>> labels = labels(files);
        files.forEach((path, bytes) -> {
            if (path.contains("/samples/")) {
                text(bytes).ifPresent(text -> look(path, text, labels));
            }
        });
        double recall = (double) recalled / labelled;
        double precision = (double) right / spans;
        System.out.printf(
                Locale.ROOT,
                "secrets credsweeper: recall %.3f, precision %.3f, %d labelled, %d near misses%n",
                recall,
                precision,
                labelled,
                untouched);
        assertThat(recall).as(String.join("\n", missed)).isGreaterThanOrEqualTo(0.95);
        assertThat(precision).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(0.90);
    }

    private void look(String path, String text, Map<String, List<Label>> all) {
        String name = path.substring(path.indexOf("samples/"));
        List<Label> labels = all.getOrDefault(name, List.of());
        List<Finding> found = SecretFinder.shipped().find(text, name);
        String[] lines = text.split("\n", -1);
        String[] masked = masked(text, found).split("\n", -1);
        Set<String> seen = new HashSet<>();
        for (Label label : labels) {
            if (!label.neutral() && seen.add(label.line() + label.value())) {
                labelled++;
                if (recalled(label, lines, masked)) {
                    recalled++;
                } else {
                    missed.add("%s: %s".formatted(name, label));
                }
            }
        }
        Set<Integer> labelledLines = new HashSet<>();
        labels.forEach(label -> labelledLines.add(label.line()));
        untouched += (int) Arrays.stream(lines).filter(line -> !line.isBlank()).count();
        untouched -= labelledLines.size();
        count(name, text, found, labels, labelledLines);
    }

    private static boolean recalled(Label label, String[] lines, String[] masked) {
        String value = label.value().lines().findFirst().orElse("").strip();
        for (int line = label.line() - 1; line < lines.length; line++) {
            if (lines[line].contains(value)) {
                return occurrences(masked[line], value) < occurrences(lines[line], value);
            }
        }
        return false;
    }

    private static int occurrences(String line, String value) {
        return (line.length() - line.replace(value, "").length()) / value.length();
    }

    private void count(
            String name,
            String text,
            List<Finding> found,
            List<Label> labels,
            Set<Integer> labelledLines) {
        Map<String, Boolean> secrets = new TreeMap<>();
        int last = -2;
        String lastKey = "";
        for (Finding finding : found) {
            int line =
                    1
                            + (int)
                                    text.substring(0, finding.start())
                                            .chars()
                                            .filter(c -> c == '\n')
                                            .count();
            if (name.contains("/doc_") && !labelledLines.contains(line)
                    || encrypted(name, finding)) {
                continue;
            }
            boolean goesOn = line == last + 1 && finding.rule().equals(lastKey);
            String key =
                    goesOn && !secrets.isEmpty()
                            ? lastSecret
                            : finding.rule() + "@" + finding.start();
            lastSecret = key;
            last = line;
            lastKey = finding.rule();
            String secret = text.substring(finding.start(), finding.end());
            boolean overlaps = labels.stream().anyMatch(label -> overlaps(secret, label.value()));
            secrets.merge(key, overlaps, Boolean::logicalOr);
            if (!overlaps) {
                wrong.add("%s:%d [%s] %s".formatted(name, line, finding.rule(), secret));
            }
        }
        spans += secrets.size();
        right += (int) secrets.values().stream().filter(it -> it).count();
    }

    private static boolean encrypted(String name, Finding finding) {
        return finding.kind().equals("private-key")
                && (name.contains(".encrypted") || name.endsWith("/LS0t_n"));
    }

    private String lastSecret = "";

    private static boolean overlaps(String secret, String value) {
        return secret.contains(value)
                || value.contains(secret)
                || Arrays.stream(value.split("\\s+"))
                        .anyMatch(part -> part.length() > 3 && secret.contains(part));
    }

    private static String masked(String text, List<Finding> found) {
        StringBuilder masked = new StringBuilder();
        int from = 0;
        for (Finding finding : found) {
            masked.append(text, from, finding.start());
            masked.append(
                    text.substring(finding.start(), finding.end()).replaceAll("[^\n]+", "«»"));
            from = finding.end();
        }
        return masked.append(text.substring(from)).toString();
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Map<String, List<Label>> labels(Map<String, byte[]> files) {
        byte[] output =
                files.entrySet().stream()
                        .filter(file -> file.getKey().endsWith("/data/output.json"))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
        Map<String, List<Label>> labels = new HashMap<>();
        for (JsonNode finding : JsonMapper.builder().build().readTree(output)) {
            for (JsonNode line : finding.get("line_data_list")) {
                String path = line.get("path").asString();
                String value = line.get("value").isNull() ? "" : line.get("value").asString();
                labels.computeIfAbsent(
                                path.substring(path.indexOf("samples/")), key -> new ArrayList<>())
                        .add(
                                new Label(
                                        finding.get("rule").asString(),
                                        line.get("line_num").asInt(),
                                        value));
            }
        }
        return labels;
    }

    private static Map<String, byte[]> files(Path archive) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (var tar =
                new TarArchiveInputStream(
                        new GzipCompressorInputStream(
                                java.nio.file.Files.newInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    files.put("/" + entry.getName(), tar.readAllBytes());
                }
            }
        }
        return files;
    }

    private static Optional<Path> archive() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path archive = at.resolve("shared/eval/secrets-credsweeper.tar.gz");
            if (java.nio.file.Files.exists(archive)) {
                return Optional.of(archive);
            }
        }
        return Optional.empty();
    }
}
