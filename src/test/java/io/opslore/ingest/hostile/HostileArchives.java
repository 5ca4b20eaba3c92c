package io.opslore.ingest.hostile;

import static io.opslore.ingest.archive.TestingArchives.add;
import static io.opslore.ingest.archive.TestingArchives.tar;
import static io.opslore.ingest.archive.TestingArchives.tarGz;
import static io.opslore.ingest.archive.TestingArchives.zip;
import static io.opslore.ingest.hostile.HostileFile.of;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Archives that mean harm; each holds a good file too, as a proof that it is not just refused. */
final class HostileArchives {

    private static final List<String> NAMES =
            List.of(
                    "../out.md",
                    "a/../../out.md",
                    "..\\out.md",
                    "a\\..\\..\\out.md",
                    "/etc/cron.d/out",
                    "C:\\out.md",
                    "C:out.md",
                    "\\\\server\\share\\out.md",
                    "//server/out.md",
                    "....//out.md",
                    "..;/out.md",
                    "%2e%2e%2fout.md",
                    "..%c0%afout.md",
                    "\u2025/out.md",
                    "~/out.md",
                    "./././out.md",
                    "a//b///out.md",
                    "-rf",
                    "$(touch out).md",
                    "`a`.md",
                    "a;b.md",
                    "CON",
                    "aux.md",
                    "NUL.txt",
                    "COM1",
                    "lpt9.md",
                    "out.md.",
                    "out.md ",
                    " out.md",
                    "out.md:stream",
                    "a\u202Efdp.md",
                    "a\u200Bb.md",
                    "a\u2066b.md",
                    "a\uFEFFb.md",
                    "cafe\u0301.md",
                    "café.md",
                    "a\u0000b.md",
                    "a\nb.md",
                    "a\u001B[31mb.md",
                    "a\u007Fb.md",
                    "<script>alert(1)</script>.md",
                    "\"onload=alert(1).md",
                    "a\u0085b.md",
                    "\uD83D\uDE00.md",
                    "я".repeat(127) + ".md",
                    "x".repeat(255),
                    "d/".repeat(499) + "a",
                    "d/".repeat(600) + "a",
                    "a.md/",
                    "",
                    ".",
                    "..",
                    "/",
                    "\\");

    private HostileArchives() {}

    static List<HostileFile> all() {
        return Stream.of(names(), links(), bombs(), broken()).flatMap(List::stream).toList();
    }

    private static List<HostileFile> names() {
        return List.of(
                of(
                        "names.zip",
                        zip(out -> {
                            add(out, "good.md", "# Good");
                            for (String name : NAMES) {
                                if (!name.isEmpty()) {
                                    add(out, name, name.endsWith("/") ? "" : "# Bad");
                                }
                            }
                        })),
                of(
                        "names.tar",
                        tar(out -> {
                            add(out, "good.md", "# Good");
                            for (String name : NAMES) {
                                if (!name.endsWith("/") && !name.isEmpty()) {
                                    add(out, name, "# Bad");
                                }
                            }
                        })),
                of(
                        "same-names.zip",
                        zip(out -> {
                            add(out, "good.md", "# Good");
                            add(out, "A.md", "# One");
                            add(out, "a.md", "# Two");
                            add(out, "./a.md", "# Three");
                            add(out, "a\\..md", "# Four");
                        })));
    }

    private static List<HostileFile> links() {
        return Stream.of(
                        TarConstants.LF_SYMLINK,
                        TarConstants.LF_LINK,
                        TarConstants.LF_CHR,
                        TarConstants.LF_BLK,
                        TarConstants.LF_FIFO,
                        TarConstants.LF_GNUTYPE_SPARSE,
                        (byte) 'Z')
                .map(kind ->
                        of(
                                "links-" + (char) kind.byteValue() + ".tar",
                                tar(out -> {
                                    add(out, "good.md", "# Good");
                                    var entry = new TarArchiveEntry("link.md", kind);
                                    entry.setLinkName("/etc/passwd");
                                    out.putArchiveEntry(entry);
                                    out.closeArchiveEntry();
                                    add(out, "link.md/below.md", "# Through the link");
                                })))
                .collect(
                        java.util.stream.Collectors.collectingAndThen(
                                java.util.stream.Collectors.toList(),
                                tars ->
                                        Stream.concat(tars.stream(), Stream.of(zipLink()))
                                                .toList()));
    }

    private static HostileFile zipLink() {
        return of(
                "links.zip",
                zip(out -> {
                    add(out, "good.md", "# Good");
                    var link = new ZipArchiveEntry("link.md");
                    link.setUnixMode(0120777);
                    out.putArchiveEntry(link);
                    out.write("/etc/passwd".getBytes(UTF_8));
                    out.closeArchiveEntry();
                    var device = new ZipArchiveEntry("device.md");
                    device.setUnixMode(0020666);
                    out.putArchiveEntry(device);
                    out.closeArchiveEntry();
                }));
    }

    private static List<HostileFile> bombs() {
        byte[] zeros = new byte[40_000_000];
        return List.of(
                of(
                        "bomb.zip",
                        zip(out -> {
                            add(out, "good.md", "# Good");
                            out.putArchiveEntry(new ZipArchiveEntry("bomb.md"));
                            out.write(zeros);
                            out.closeArchiveEntry();
                        })),
                of(
                        "bomb.tar.gz",
                        gzip(
                                tar(out -> {
                                    add(out, "good.md", "# Good");
                                    var entry = new TarArchiveEntry("bomb.md");
                                    entry.setSize(zeros.length);
                                    out.putArchiveEntry(entry);
                                    out.write(zeros);
                                    out.closeArchiveEntry();
                                }))),
                of(
                        "many.zip",
                        zip(out -> {
                            for (int i = 0; i < 20_100; i++) {
                                out.putArchiveEntry(new ZipArchiveEntry("many/" + i + "/"));
                                out.closeArchiveEntry();
                            }
                        })),
                of(
                        "many.tar.gz",
                        tarGz(out -> {
                            add(out, "good.md", "# Good");
                            for (int i = 0; i < 20_100; i++) {
                                out.putArchiveEntry(new TarArchiveEntry("many/" + i + "/"));
                                out.closeArchiveEntry();
                            }
                        })),
                of("nested.zip", nested(12)),
                of(
                        "nested.tar.gz",
                        tarGz(out -> {
                            add(out, "good.md", "# Good");
                            add(
                                    out,
                                    "inner.tar",
                                    new String(tar(in -> add(in, "a.md", "# A")), UTF_8));
                        })),
                of("gzip-of-gzip.tar.gz", gzip(gzip(tar(out -> add(out, "good.md", "# Good"))))),
                of("many-members.tar.gz", members()),
                of("long-header.tar.gz", gzip(longHeader())));
    }

    private static List<HostileFile> broken() {
        byte[] good =
                zip(out -> {
                    add(out, "good.md", "# Good");
                    add(out, "other.md", "# Other ".repeat(1_000));
                });
        byte[] sum = good.clone();
        sum[14] ^= 0x55;
        byte[] size = good.clone();
        Arrays.fill(size, size.length - 12, size.length - 6, (byte) 0x7F);
        byte[] tar = tar(out -> add(out, "good.md", "# Good"));
        byte[] tarSize = tar.clone();
        Arrays.fill(tarSize, 124, 135, (byte) '7');
        return List.of(
                of("cut.zip", Arrays.copyOf(good, good.length / 2)),
                of("no-list.zip", Arrays.copyOf(good, good.length - 30)),
                of("wrong-sum.zip", sum),
                of("wrong-list.zip", size),
                of("before.zip", joined("#!/bin/sh\n".getBytes(UTF_8), good)),
                of("after.zip", joined(good, new byte[1_000])),
                of("empty.zip", zip(out -> {})),
                of("nothing.zip", new byte[0]),
                of("text.zip", "no archive".getBytes(UTF_8)),
                of("cut.tar.gz", Arrays.copyOf(gzip(tar), 60)),
                of("cut.tar", Arrays.copyOf(tar, 600)),
                of("wrong-size.tar", tarSize),
                of("zip.tar", good),
                of("tar.zip", tar));
    }

    private static byte[] nested(int levels) {
        byte[] inner = zip(out -> add(out, "a.md", "# A"));
        for (int i = 0; i < levels; i++) {
            byte[] before = inner;
            inner =
                    zip(out -> {
                        for (int copy = 0; copy < 5; copy++) {
                            out.putArchiveEntry(new ZipArchiveEntry("inner" + copy + ".zip"));
                            out.write(before, 0, Math.min(before.length, 200_000));
                            out.closeArchiveEntry();
                        }
                    });
        }
        return inner;
    }

    private static byte[] members() {
        var out = new ByteArrayOutputStream();
        byte[] empty = gzip(new byte[0]);
        for (int i = 0; i < 100_000; i++) {
            out.writeBytes(empty);
        }
        return out.toByteArray();
    }

    /** A name that goes on for some hundred megabytes. */
    private static byte[] longHeader() {
        byte[] head =
                tar(out -> {
                    var entry =
                            new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
                    entry.setSize(0);
                    out.putArchiveEntry(entry);
                    out.closeArchiveEntry();
                });
        byte[] long_ = Arrays.copyOf(head, 100_000_000);
        System.arraycopy("00700000000".getBytes(UTF_8), 0, long_, 124, 11);
        Arrays.fill(long_, 148, 156, (byte) ' ');
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += long_[i] & 0xFF;
        }
        System.arraycopy("%06o\0 ".formatted(sum).getBytes(UTF_8), 0, long_, 148, 8);
        Arrays.fill(long_, 512, long_.length, (byte) 'a');
        return long_;
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
