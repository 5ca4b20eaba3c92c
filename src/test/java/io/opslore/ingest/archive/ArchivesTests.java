package io.opslore.ingest.archive;

import static io.opslore.ingest.archive.TestingArchives.add;
import static io.opslore.ingest.archive.TestingArchives.tar;
import static io.opslore.ingest.archive.TestingArchives.tarGz;
import static io.opslore.ingest.archive.TestingArchives.zip;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.ingest.BatchItem.Reason;
import io.opslore.ingest.IngestSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ArchivesTests {

    private static final int MB = 1024 * 1024;

    @TempDir private Path folder;
    private final TestingEntries entries = new TestingEntries();
    private IngestSettings.Archive limits =
            new IngestSettings.Archive(
                    DataSize.ofMegabytes(100), 1000, DataSize.ofMegabytes(64), 200);

    @Test
    void readsEveryFileWithItsPath() throws IOException {
        byte[] zip =
                zip(out -> {
                    add(out, "docs/", "");
                    add(out, "docs/a.md", "# A");
                    add(out, "docs/дежурство.md", "# Б");
                    add(out, ".github/workflows/ci.yaml", "on: push");
                });
        byte[] tarGz =
                tarGz(out -> {
                    add(out, "docs/a.md", "# A");
                    add(out, "docs/" + "long/".repeat(50) + "дежурство.md", "# Б");
                });

        assertThat(read(zip)).isEqualTo(new Ending.Whole());
        assertThat(entries.files)
                .containsOnlyKeys("docs/a.md", "docs/дежурство.md", ".github/workflows/ci.yaml");
        entries.files.clear();
        assertThat(read(tarGz)).isEqualTo(new Ending.Whole());
        assertThat(entries.files)
                .containsOnlyKeys("docs/a.md", "docs/" + "long/".repeat(50) + "дежурство.md");
        assertThat(entries.passedOver).isEmpty();
    }

    @Test
    void refusesNamesThatLeadElsewhere() throws IOException {
        byte[] zip =
                zip(out -> {
                    add(out, "../../etc/cron.d/evil", "x");
                    add(out, "/etc/passwd", "x");
                    add(out, "C:\\Windows\\evil.md", "x");
                    add(out, "a\\..\\..\\evil.md", "x");
                    add(out, "nul\u0000.md", "x");
                    add(out, "x/".repeat(600) + "a.md", "x");
                    add(out, "docs\\runbooks\\a.md", "good");
                });
        byte[] tar =
                tar(out -> {
                    add(out, "../evil.md", "x");
                    add(out, "/etc/passwd", "x");
                    add(out, "./good.md", "x");
                });

        read(zip);
        assertThat(entries.files).containsOnlyKeys("docs/runbooks/a.md");
        assertThat(entries.passedOver.values()).hasSize(6).containsOnly(Reason.UNSAFE_PATH);

        read(tar);
        assertThat(entries.files).containsOnlyKeys("docs/runbooks/a.md", "good.md");
        assertThat(entries.passedOver).containsEntry("/etc/passwd", Reason.UNSAFE_PATH);
    }

    @Test
    void followsNoLinkAndOpensNoDevice() throws IOException {
        byte[] tar =
                tar(out -> {
                    out.putArchiveEntry(link("passwd", TarConstants.LF_SYMLINK, "/etc/passwd"));
                    out.closeArchiveEntry();
                    out.putArchiveEntry(link("hard.md", TarConstants.LF_LINK, "/etc/shadow"));
                    out.closeArchiveEntry();
                    out.putArchiveEntry(new TarArchiveEntry("tty", TarConstants.LF_CHR));
                    out.closeArchiveEntry();
                    out.putArchiveEntry(new TarArchiveEntry("pipe", TarConstants.LF_FIFO));
                    out.closeArchiveEntry();
                    add(out, "passwd/a.md", "below a link");
                });
        byte[] zip =
                zip(out -> {
                    var link = new ZipArchiveEntry("link.md");
                    link.setUnixMode(0120777);
                    out.putArchiveEntry(link);
                    out.write("/etc/passwd".getBytes(UTF_8));
                    out.closeArchiveEntry();
                });

        assertThat(read(tar)).isEqualTo(new Ending.Whole());
        read(zip);

        assertThat(entries.files).containsOnlyKeys("passwd/a.md");
        assertThat(entries.passedOver)
                .isEqualTo(
                        Map.of(
                                "passwd", Reason.LINK,
                                "hard.md", Reason.LINK,
                                "tty", Reason.SPECIAL_FILE,
                                "pipe", Reason.SPECIAL_FILE,
                                "link.md", Reason.LINK));
    }

    @Test
    void refusesWhatGrowsTooMuchAndTakesTheRest() throws IOException {
        byte[] zip =
                zip(out -> {
                    addZeros(out, "bomb.md", 20);
                    add(out, "a.md", "# A");
                });
        byte[] tarGz =
                tarGz(out -> {
                    addZeros(out, "bomb.log", 20);
                    add(out, "b.md", "# B");
                });

        assertThat(read(zip)).isEqualTo(new Ending.Whole());
        assertThat(read(tarGz)).isEqualTo(new Ending.Whole());

        assertThat(entries.files).containsOnlyKeys("a.md", "b.md");
        assertThat(entries.passedOver)
                .isEqualTo(
                        Map.of(
                                "bomb.md", Reason.EXPANDS_TOO_MUCH,
                                "bomb.log", Reason.EXPANDS_TOO_MUCH));
    }

    @Test
    void endsAtTheMostThatAnArchiveMayExpandTo() throws IOException {
        limits = limits(1000, 5, 100_000);
        byte[] zip =
                zip(out -> {
                    for (int i = 0; i < 10; i++) {
                        addZeros(out, i + ".md", 1);
                    }
                });
        byte[] unwanted =
                tarGz(out -> {
                    addZeros(out, "node_modules/a.js", 10);
                    add(out, "a.md", "# A");
                });

        assertThat(read(zip)).isInstanceOfSatisfying(Ending.BrokenOff.class, this::tooMuch);
        assertThat(entries.files).hasSize(5);
        entries.files.clear();
        assertThat(read(unwanted)).isInstanceOfSatisfying(Ending.BrokenOff.class, this::tooMuch);
        assertThat(entries.files).isEmpty();
    }

    @Test
    void endsAtTheMostEntries() throws IOException {
        limits = limits(3, 64, 200);
        byte[] zip =
                zip(out -> {
                    for (int i = 0; i < 5; i++) {
                        add(out, i + ".md", "x");
                    }
                });
        byte[] tar =
                tar(out -> {
                    for (int i = 0; i < 5; i++) {
                        add(out, i + ".md", "x");
                    }
                });

        assertThat(read(zip)).isInstanceOfSatisfying(Ending.BrokenOff.class, this::tooMany);
        assertThat(entries.files).as("counted before the list is loaded").isEmpty();
        assertThat(read(tar)).isInstanceOfSatisfying(Ending.BrokenOff.class, this::tooMany);
        assertThat(entries.files).hasSize(3);
    }

    @Test
    void refusesAHeaderThatDoesNotEnd() throws IOException {
        byte[] tar =
                tarGz(out -> {
                    var name =
                            new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
                    name.setSize(20L * MB);
                    out.putArchiveEntry(name);
                    out.write(new byte[20 * MB]);
                    out.closeArchiveEntry();
                });

        assertThat(read(tar))
                .isInstanceOfSatisfying(
                        Ending.BrokenOff.class,
                        end -> assertThat(end.reason()).isEqualTo(Reason.BROKEN));
    }

    @Test
    void keepsWhatStoodBeforeTheArchiveBrokeOff() throws IOException {
        byte[] zip =
                zip(out -> {
                    add(out, "a.md", "# A");
                    addNoise(out, "b.md");
                });
        byte[] tar =
                tarGz(out -> {
                    add(out, "c.md", "# C");
                    byte[] noise = noise();
                    var entry = new TarArchiveEntry("d.md");
                    entry.setSize(noise.length);
                    out.putArchiveEntry(entry);
                    out.write(noise);
                    out.closeArchiveEntry();
                });

        assertThat(read(Arrays.copyOf(zip, zip.length / 2))).isInstanceOf(Ending.BrokenOff.class);
        assertThat(read(Arrays.copyOf(tar, tar.length / 2))).isInstanceOf(Ending.BrokenOff.class);

        assertThat(entries.files).containsOnlyKeys("a.md", "c.md");
        assertThat(entries.passedOver)
                .isEqualTo(Map.of("b.md", Reason.BROKEN, "d.md", Reason.BROKEN));
    }

    @Test
    void findsDamageByTheChecksumAndReadsOn() throws IOException {
        byte[] zip =
                zip(out -> {
                    out.setMethod(ZipArchiveOutputStream.STORED);
                    addStored(out, "a.md", "something that is damaged");
                    addStored(out, "b.md", "fine");
                });
        int at = new String(zip, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("damaged");
        zip[at] ^= 1;

        assertThat(read(zip)).isEqualTo(new Ending.Whole());

        assertThat(entries.files).containsOnlyKeys("b.md");
        assertThat(entries.passedOver).isEqualTo(Map.of("a.md", Reason.BROKEN));
    }

    @Test
    void saysWhichEntriesAreEncrypted() throws IOException {
        byte[] zip = zip(out -> add(out, "secret.md", "x"));
        // The flag stands in the local header and in the list.
        zip[6] |= 1;
        zip[indexOf(zip, 0x02014b50) + 8] |= 1;

        read(zip);

        assertThat(entries.passedOver).isEqualTo(Map.of("secret.md", Reason.ENCRYPTED));
    }

    @Test
    void passesOverRubbishDuplicatesAndArchivesWithin() throws IOException {
        byte[] zip =
                zip(out -> {
                    add(out, "a.md", "one");
                    add(out, "./a.md", "two");
                    add(out, "docs/.git/config", "x");
                    add(out, "docs/.git/HEAD", "x");
                    add(out, "__MACOSX/._a.md", "x");
                    add(out, "docs/.DS_Store", "x");
                    add(out, "old/backup.tar.gz", "x");
                });

        read(zip);

        assertThat(entries.files).isEqualTo(Map.of("a.md", 3L));
        assertThat(entries.passedOver)
                .isEqualTo(
                        Map.of(
                                "a.md (2)", Reason.DUPLICATE,
                                "docs/.git/", Reason.RUBBISH,
                                "__MACOSX/", Reason.RUBBISH,
                                "docs/.DS_Store", Reason.RUBBISH,
                                "old/backup.tar.gz", Reason.NESTED_ARCHIVE));
    }

    @Test
    void readsNamesOfAnOldRussianWindows() throws IOException {
        byte[] zip =
                zip(out -> {
                    out.setEncoding("IBM866");
                    out.setUseLanguageEncodingFlag(false);
                    add(out, "дежурство.md", "x");
                });
        assertThat(new String(zip, Charset.forName("IBM866"))).contains("дежурство.md");

        read(zip);

        assertThat(entries.files).containsOnlyKeys("дежурство.md");
    }

    @Test
    void saysThatAFileIsNoArchive() throws IOException {
        assertThat(read("not an archive".getBytes(UTF_8)))
                .isEqualTo(new Ending.BrokenOff(Reason.BROKEN, "not a ZIP or TAR archive"));
        assertThat(read(new byte[0])).isInstanceOf(Ending.BrokenOff.class);
        assertThat(read(new byte[] {0x1F, (byte) 0x8B, 8, 0, 0}))
                .isInstanceOf(Ending.BrokenOff.class);
        assertThat(read(gzip("no archive".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new Ending.BrokenOff(Reason.BROKEN, "no TAR archive in it"));
        assertThat(read(tarGz(out -> {}))).isEqualTo(new Ending.Whole());
    }

    @Test
    void stopsWhenNobodyWantsMore() throws IOException {
        entries.most = 1;
        byte[] zip =
                zip(out -> {
                    add(out, "a.md", "x");
                    add(out, "b.md", "x");
                });

        assertThat(read(zip)).isEqualTo(new Ending.Stopped());
        assertThat(entries.files).containsOnlyKeys("a.md");
    }

    private Ending read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("archive"), bytes);
        return Archives.read(file, limits, entries, behind -> {});
    }

    private void tooMuch(Ending.BrokenOff end) {
        assertThat(end.reason()).isEqualTo(Reason.EXPANDS_TOO_MUCH);
    }

    private void tooMany(Ending.BrokenOff end) {
        assertThat(end.reason()).isEqualTo(Reason.TOO_MANY_ENTRIES);
    }

    private static IngestSettings.Archive limits(int entries, int megabytes, int ratio) {
        return new IngestSettings.Archive(
                DataSize.ofMegabytes(100), entries, DataSize.ofMegabytes(megabytes), ratio);
    }

    private static TarArchiveEntry link(String name, byte type, String target) {
        var entry = new TarArchiveEntry(name, type);
        entry.setLinkName(target);
        return entry;
    }

    private static void addZeros(ZipArchiveOutputStream zip, String name, int megabytes)
            throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        for (int i = 0; i < megabytes; i++) {
            zip.write(new byte[MB]);
        }
        zip.closeArchiveEntry();
    }

    private static void addZeros(
            org.apache.commons.compress.archivers.tar.TarArchiveOutputStream tar,
            String name,
            int megabytes)
            throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize((long) megabytes * MB);
        tar.putArchiveEntry(entry);
        for (int i = 0; i < megabytes; i++) {
            tar.write(new byte[MB]);
        }
        tar.closeArchiveEntry();
    }

    private static void addNoise(ZipArchiveOutputStream zip, String name) throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(noise());
        zip.closeArchiveEntry();
    }

    private static byte[] noise() {
        byte[] noise = new byte[MB];
        new java.util.Random(1).nextBytes(noise);
        return noise;
    }

    private static void addStored(ZipArchiveOutputStream zip, String name, String text)
            throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        var crc = new java.util.zip.CRC32();
        crc.update(bytes);
        var entry = new ZipArchiveEntry(name);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putArchiveEntry(entry);
        zip.write(bytes);
        zip.closeArchiveEntry();
    }

    private static int indexOf(byte[] bytes, int signature) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (buffer.getInt(at) != signature) {
            at++;
        }
        return at;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
