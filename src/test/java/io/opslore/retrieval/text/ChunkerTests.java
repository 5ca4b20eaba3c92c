package io.opslore.retrieval.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.library.Block;
import io.opslore.library.Block.Kind;
import io.opslore.library.Format;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunkerTests {

    private static final ChunkSize SMALL = new ChunkSize(40, 80);

    private final Chunker chunker = new Chunker(SMALL, TextSize::of);

    @Test
    void aSmallTextIsOneChunkOfExactlyItsLines() {
        Chunk chunk = only("\n# Disk full\n\nDelete old logs.\n\n");

        assertThat(chunk.text()).isEqualTo("# Disk full\n\nDelete old logs.");
        assertThat(chunk.lines()).isEqualTo(new LineRange(2, 4));
        assertThat(chunk.headingPath()).isEqualTo("Disk full");
        assertThat(chunk.ordinal()).isZero();
        assertThat(chunk.page()).isZero();
        assertThat(chunk.tokens()).isEqualTo(TextSize.of(chunk.text()));
    }

    @Test
    void aTextWithoutWordsHasNoChunks() {
        assertThat(chunk("")).isEmpty();
        assertThat(chunk("\n \n\t\n")).isEmpty();
    }

    @Test
    void everyLineIsInExactlyOneChunkWhateverTheStructure() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            RevisionText text = random(random);
            List<Chunk> chunks = chunker.chunk(text);
            List<String> lines = text.lines();
            int behind = 0;
            for (Chunk chunk : chunks) {
                assertThat(chunk.lines().first()).isGreaterThan(behind);
                assertThat(lines.subList(behind, chunk.lines().first() - 1))
                        .allMatch(String::isBlank);
                assertThat(chunk.text()).isEqualTo(text.quote(chunk.lines()));
                behind = chunk.lines().last();
            }
            assertThat(lines.subList(behind, lines.size())).allMatch(String::isBlank);
        }
    }

    @Test
    void runningTextIsCutIntoWellFilledChunks() {
        String text = sentences(120);

        List<Chunk> chunks = new Chunker(new ChunkSize(500, 1000), TextSize::of).chunk(plain(text));

        assertThat(chunks).hasSizeGreaterThan(1);
        assertThat(chunks)
                .allSatisfy(chunk -> assertThat(TextSize.of(chunk.text())).isBetween(500, 1000));
    }

    @Test
    void aHeadingOpensAChunkOnceTheOneBeforeIsLargeEnough() {
        List<Chunk> chunks = chunk("# A\n" + sentences(5) + "\n# B\n" + sentences(5));

        assertThat(chunks).extracting(Chunk::headingPath).containsExactly("A", "B");
        assertThat(chunks.get(1).text()).startsWith("# B");
    }

    @Test
    void smallSectionsAreMergedUnderWhatTheyShare() {
        Chunk merged = only("# Redis\n## Start\nsystemctl start\n## Stop\nsystemctl stop");

        assertThat(merged.headingPath()).isEqualTo("Redis");
        assertThat(merged.labels()).contains("Start", "Stop");
        assertThat(only("# A\nOne.\n# B\nTwo.").headingPath()).isEmpty();
        assertThat(only("# Redis\n## Start\nsystemctl start").headingPath())
                .as("a chain of headings without text between them names one section")
                .isEqualTo("Redis › Start");
    }

    @Test
    void aHeadingNeverEndsAChunk() {
        String code = "```\n" + sentences(6) + "\n```";

        List<Chunk> chunks = chunk("# A\n" + sentences(3) + "\n## B\n### C\n" + code);

        assertThat(chunks).hasSize(2);
        assertThat(chunks.get(1).text()).startsWith("## B\n### C\n```").endsWith("```");
        assertThat(chunks.get(1).headingPath()).isEqualTo("A › B › C");
    }

    @Test
    void wholeBlocksAreNotCutWhereTheyFit() {
        for (int before = 1; before < 12; before++) {
            String code = "```\n" + sentences(4) + "\n\n" + sentences(1) + "\n```";
            assertThat(chunk(sentences(before) + "\n" + code))
                    .filteredOn(chunk -> chunk.text().contains("```"))
                    .singleElement()
                    .satisfies(chunk -> assertThat(chunk.text()).contains(code));
        }
    }

    @Test
    void aWholeBlockThatIsTooLargeIsCutAtItsGaps() {
        String part = sentences(5);

        List<Chunk> chunks = chunk("```\n" + part + "\n\n" + part + "\n\n" + part + "\n```");

        assertThat(chunks).hasSizeGreaterThan(1);
        assertThat(chunks)
                .allSatisfy(chunk -> assertThat(TextSize.of(chunk.text())).isLessThan(90));
        assertThat(chunks.get(1).text()).startsWith(part);
    }

    @Test
    void aHugeLineIsAChunkOfItsOwn() {
        String huge = "{\"a\":1},".repeat(100_000);

        List<Chunk> chunks = chunk("before\n" + huge + "\nafter");

        assertThat(chunks).extracting(Chunk::lines).contains(new LineRange(2, 2));
        assertThat(chunks).hasSize(3);
    }

    @Test
    void labelledBlocksNameTheirChunk() {
        String manifest = "kind: Deployment\nmetadata:\n  name: web";
        var text =
                new RevisionText(
                        manifest,
                        "",
                        Format.YAML,
                        "yaml",
                        List.of(
                                new Block(
                                        Kind.YAML_DOCUMENT,
                                        new LineRange(1, 3),
                                        0,
                                        "Deployment/web")),
                        List.of());

        assertThat(chunker.chunk(text))
                .singleElement()
                .satisfies(chunk -> {
                    assertThat(chunk.headingPath()).isEqualTo("Deployment/web");
                    assertThat(chunk.labels()).isEqualTo("Deployment/web");
                });
    }

    @Test
    void aChunkKnowsThePageThatItStartsOn() {
        String text = sentences(5) + "\n" + sentences(5);
        var paged =
                new RevisionText(
                        text,
                        "",
                        Format.PAGES,
                        "",
                        List.of(Block.of(Kind.PARAGRAPH, 1, 5), Block.of(Kind.PARAGRAPH, 6, 10)),
                        List.of(1, 6));

        assertThat(chunker.chunk(paged)).extracting(Chunk::page).containsExactly(1, 2);
    }

    @Test
    void theLanguageIsReadFromTheLetters() {
        assertThat(only("The disk is full.").language()).isEqualTo(Language.EN);
        assertThat(only("Диск заполнен, запустите `kubectl get pods`.").language())
                .isEqualTo(Language.RU);
        assertThat(only("42 + 7").language()).isEqualTo(Language.EN);
    }

    private Chunk only(String text) {
        return chunk(text).stream()
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                chunks -> {
                                    assertThat(chunks).hasSize(1);
                                    return chunks.getFirst();
                                }));
    }

    private List<Chunk> chunk(String text) {
        return chunker.chunk(markdown(text));
    }

    /** Lines of about ten tokens. */
    private static String sentences(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> "Line " + n + " of a text that goes on and on.")
                .collect(Collectors.joining("\n"));
    }

    private static RevisionText plain(String text) {
        return new RevisionText(text, "", Format.TEXT, "", List.of(), List.of());
    }

    private static RevisionText markdown(String text) {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = Arrays.asList(text.split("\n", -1));
        for (int line = 1; line <= lines.size(); line++) {
            String content = lines.get(line - 1);
            if (content.startsWith("#")) {
                int level = content.indexOf(' ');
                blocks.add(Block.heading(level, content.substring(level + 1), line));
            } else if (content.equals("```")) {
                int end = line + lines.subList(line, lines.size()).indexOf("```") + 1;
                blocks.add(Block.of(Kind.CODE, line, end));
                line = end;
            }
        }
        return new RevisionText(text, "", Format.MARKDOWN, "", blocks, List.of());
    }

    private static RevisionText random(Random random) {
        List<String> lines = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        Kind[] kinds = Kind.values();
        int parts = random.nextInt(12);
        for (int part = 0; part < parts; part++) {
            int first = lines.size() + 1;
            Kind kind = kinds[random.nextInt(kinds.length)];
            int count = kind == Kind.HEADING ? 1 : 1 + random.nextInt(15);
            for (int line = 0; line < count; line++) {
                lines.add(
                        line > 0 && random.nextInt(5) == 0
                                ? ""
                                : "word ".repeat(random.nextInt(1, 20)));
            }
            if (kind == Kind.HEADING) {
                blocks.add(Block.heading(1 + random.nextInt(3), "H" + part, first));
            } else if (random.nextInt(4) > 0) {
                blocks.add(Block.of(kind, first, lines.size()));
            }
            for (int blank = random.nextInt(3); blank > 0; blank--) {
                lines.add(" ");
            }
        }
        return new RevisionText(String.join("\n", lines), "", Format.TEXT, "", blocks, List.of());
    }
}
