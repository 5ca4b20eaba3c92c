package io.opslore.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.ingest.IngestState.Reason;
import io.opslore.ingest.tika.TestingDocuments;
import io.opslore.library.Grants;
import io.opslore.library.ReadScope;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.retrieval.Query;
import io.opslore.retrieval.Retrieval;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingDatabase;
import io.opslore.testing.TestingRooms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A thousand files, one of which is broken: the others are searchable, and that one says why it is
 * not, or is read all the same. The good ones are Russian, which the embedder does not read, so
 * that seven thousand take a minute.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneBrokenFileTests {

    private static final int FILES = 1000;

    private TestingRooms portal;
    private Asker admin;

    /** Files that are not what they should be. */
    enum Broken {
        TRUNCATED_PDF("report.pdf", Reason.BROKEN) {
            @Override
            byte[] bytes() {
                byte[] whole = TestingDocuments.pdf(List.of(List.of("Restore the database")));
                return Arrays.copyOf(whole, 300);
            }
        },
        ENCRYPTED_DOCX("plan.docx", Reason.ENCRYPTED) {
            @Override
            byte[] bytes() {
                return TestingDocuments.encryptedDocx();
            }
        },
        /** Read by its content, whatever its name says. */
        WRONG_EXTENSION("report.md", null) {
            @Override
            byte[] bytes() {
                return TestingDocuments.pdf(List.of(List.of("The marker is zanzibar")));
            }
        },
        PROGRAM_CALLED_MARKDOWN("tool.md", Reason.UNSUPPORTED_TYPE) {
            @Override
            byte[] bytes() {
                return new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 3, 0, 0x3E, 0};
            }
        },
        ZERO_BYTES("nothing.md", Reason.EMPTY) {
            @Override
            byte[] bytes() {
                return new byte[0];
            }
        },
        ONE_LINE_OF_50_MB("dump.json", Reason.TOO_LARGE) {
            @Override
            byte[] bytes() {
                byte[] line = new byte[50 * 1024 * 1024 - 1];
                Arrays.fill(line, (byte) 'x');
                return line;
            }
        },
        /** Shown with replacement characters where nothing can be read. */
        INVALID_UTF_8("notes.txt", null) {
            @Override
            byte[] bytes() {
                byte[] text = "The marker is zanzibar ?? and more".getBytes(StandardCharsets.UTF_8);
                text[23] = (byte) 0xC3;
                text[24] = (byte) 0x28;
                return text;
            }
        },
        WINDOWS_1251("заметки.txt", null) {
            @Override
            byte[] bytes() {
                return "Перезапустите службу, метка: zanzibar. Затем проверьте журнал."
                        .getBytes(Charset.forName("windows-1251"));
            }
        };

        final String name;
        final Reason reason;

        Broken(String name, Reason reason) {
            this.name = name;
            this.reason = reason;
        }

        abstract byte[] bytes();
    }

    @BeforeAll
    void startPortal(@TempDir Path data) {
        portal = new TestingRooms(TestingDatabase.fresh(), data);
        admin = TestingAskers.with(portal.bean(Accounts.class), Role.ADMIN);
    }

    @AfterAll
    void stopPortal() {
        portal.close();
    }

    @ParameterizedTest
    @EnumSource
    void neverStopsTheOthers(Broken broken) throws IOException {
        SpaceId space =
                portal.bean(Spaces.class).create(UUID.randomUUID().toString(), "", admin).id();
        for (int file = 0; file < FILES; file++) {
            boolean isBroken = file == FILES / 2;
            accept(
                    space,
                    isBroken ? broken.name : "r/" + file + ".md",
                    isBroken ? broken.bytes() : good(file));
        }
        awaitEnd(space);

        Map<String, IngestState> states = states(space);
        assertThat(states).hasSize(FILES);
        IngestState ended = states.remove(broken.name);
        assertThat(states.values()).allMatch(IngestState.Ready.class::isInstance);
        if (broken.reason == null) {
            assertThat(ended).isInstanceOf(IngestState.Ready.class);
            assertThat(found("zanzibar", space)).isEqualTo(1);
        } else {
            assertThat(ended)
                    .isInstanceOfSatisfying(
                            IngestState.Failed.class,
                            failed -> {
                                assertThat(failed.reason()).isEqualTo(broken.reason);
                                assertThat(failed.detail()).isNotBlank();
                            });
        }
        assertThat(found("ориентир" + 7, space)).isEqualTo(1);
        assertThat(found("ориентир" + (FILES - 1), space)).isEqualTo(1);
    }

    private static byte[] good(int file) {
        return "# Инструкция %d\n\nПерезапустите службу. Слово: ориентир%d.\n"
                .formatted(file, file)
                .getBytes(StandardCharsets.UTF_8);
    }

    private void accept(SpaceId space, String path, byte[] bytes) throws IOException {
        portal.bean(Intake.class).accept(space, path, new ByteArrayInputStream(bytes), admin);
    }

    private void awaitEnd(SpaceId space) {
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> states(space).values().stream().allMatch(OneBrokenFileTests::isFinal));
    }

    private static boolean isFinal(IngestState state) {
        return state instanceof IngestState.Ready || state instanceof IngestState.Failed;
    }

    private Map<String, IngestState> states(SpaceId space) {
        return portal.bean(IngestFeed.class).states(space, admin).stream()
                .collect(Collectors.toMap(IngestProgress::path, IngestProgress::state));
    }

    private int found(String text, SpaceId space) {
        ReadScope scope = portal.bean(Grants.class).readable(admin).within(space);
        return portal.bean(Retrieval.class).search(new Query(text, scope, 10)).size();
    }
}
