package io.opslore.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opslore.identity.AccountId;
import io.opslore.identity.Asker;
import io.opslore.identity.Grantee;
import io.opslore.identity.Role;
import io.opslore.ingest.Intake;
import io.opslore.library.Bin;
import io.opslore.library.Document;
import io.opslore.library.DocumentAccess;
import io.opslore.library.DocumentId;
import io.opslore.library.Documents;
import io.opslore.library.SpaceAccess;
import io.opslore.library.SpaceGrant;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** People, groups, spaces and documents at random, in a real portal and in the oracle alike. */
final class World {

    static final int PEOPLE = 44;
    static final int GROUPS = 14;
    static final int SPACES = 6;
    static final int DOCUMENTS = 300;

    /** Stands in every document. */
    static final String COMMON = "quasar";

    private static final List<String> ROLES =
            List.of("reader", "contributor", "curator", "leak-observer", "leak-uploader");

    final Oracle oracle = new Oracle();
    final Asker admin;
    final List<Asker> people = new ArrayList<>();
    final List<SpaceId> spaces = new ArrayList<>();
    final Map<UUID, String> texts = new LinkedHashMap<>();
    final Map<UUID, String> paths = new LinkedHashMap<>();

    private final List<UUID> groups = new ArrayList<>();
    private final Random random;
    private final ApplicationContext portal;
    private final JdbcTemplate jdbc;

    World(long seed, ApplicationContext portal, Asker admin) {
        this.random = new Random(seed);
        this.portal = portal;
        this.admin = admin;
        this.jdbc = portal.getBean(JdbcTemplate.class);
    }

    void make() {
        roles();
        groups();
        people();
        spaces();
        documents();
        narrow(90);
    }

    List<UUID> documents() {
        if (texts.isEmpty()) {
            IntStream.range(0, SPACES).forEach(this::fill);
            awaitIndexed();
            revise();
            awaitIndexed();
            bin();
        }
        return List.copyOf(texts.keySet());
    }

    /** All kinds of taking away, and some giving back. */
    void revoke() {
        spaces.forEach(
                space -> grant(space, oracle.grants.get(space.value()).stream().skip(1).toList()));
        narrow(40);
        List<UUID> narrowed = List.copyOf(oracle.narrowed.keySet());
        narrowed.stream().limit(20).forEach(this::widen);
        for (Asker person : people.subList(0, 4)) {
            jdbc.update("update account set disabled_at = now() where id = ?", id(person));
            oracle.disabled.add(id(person));
        }
        for (Asker person : people.subList(4, 20)) {
            oracle.rolesOf.getOrDefault(id(person), Set.of()).stream()
                    .findAny()
                    .ifPresent(role -> take(id(person), role));
            oracle.groupsOf.getOrDefault(id(person), Set.of()).stream()
                    .findAny()
                    .ifPresent(group -> leave(id(person), group));
        }
        jdbc.update("delete from group_nesting where outer_id = ?", groups.getFirst());
        oracle.outerOf.values().forEach(outer -> outer.remove(groups.getFirst()));
    }

    SpaceId spaceOf(UUID document) {
        return new SpaceId(oracle.spaceOf.get(document));
    }

    Set<SpaceId> allSpaces() {
        return Set.copyOf(spaces);
    }

    static UUID id(Asker person) {
        return person.id().value();
    }

    /** A word that only this document, and its copies, hold. */
    static String wordOf(int number) {
        return "kvorp"
                + (char) ('a' + number / 26 % 26)
                + (char) ('a' + number % 26)
                + (char) ('a' + number / 7 % 26);
    }

    private void roles() {
        role("leak-observer", "document:read");
        role("leak-uploader", "document:write");
        role("leak-overseer", "document:read", "space:all");
        role("leak-asker", "question:ask");
        jdbc.query(
                "select role, permission from role_permission",
                row -> {
                    oracle.permitted
                            .computeIfAbsent(row.getString(1), any -> new HashSet<>())
                            .add(row.getString(2));
                });
    }

    private void role(String key, String... permissions) {
        jdbc.update(
                "insert into role (key, name, description, built_in) values (?, ?, '', false)",
                key,
                key);
        for (String permission : permissions) {
            jdbc.update(
                    "insert into role_permission (role, permission) values (?, ?)",
                    key,
                    permission);
        }
    }

    private void groups() {
        for (int i = 0; i < GROUPS; i++) {
            UUID group = UUID.randomUUID();
            groups.add(group);
            jdbc.update(
                    "insert into user_group (id, name, description, created_at) values (?, ?, '', now())",
                    group,
                    "Leak group " + i);
            if (i % 4 == 3) {
                String role = any(ROLES);
                jdbc.update("insert into group_role (group_id, role) values (?, ?)", group, role);
                oracle.rolesOfGroup.computeIfAbsent(group, any -> new HashSet<>()).add(role);
            }
        }
        // The first half are outer groups, the second half are nested in some of them.
        for (UUID inner : groups.subList(GROUPS / 2, GROUPS)) {
            for (UUID outer : Set.of(groups.getFirst(), any(groups.subList(1, GROUPS / 2)))) {
                if (random.nextInt(4) > 0) {
                    jdbc.update(
                            "insert into group_nesting (outer_id, inner_id) values (?, ?)",
                            outer,
                            inner);
                    oracle.outerOf.computeIfAbsent(inner, any -> new HashSet<>()).add(outer);
                }
            }
        }
    }

    private void people() {
        for (int i = 0; i < PEOPLE; i++) {
            UUID id = UUID.randomUUID();
            String name = "leak-%02d-%s".formatted(i, id.toString().substring(0, 8));
            jdbc.update(
                    """
                    insert into account (id, username, must_change_password, created_at)
                    values (?, ?, false, now())
                    """,
                    id,
                    name);
            people.add(new Asker(new AccountId(id), name));
            // Everybody may ask, whatever they may read; not given by chance, and so never taken.
            jdbc.update("insert into account_role (account_id, role) values (?, 'leak-asker')", id);
            for (int many = random.nextInt(3); many > 0; many--) {
                give(id, any(ROLES));
            }
            for (int many = random.nextInt(3); many > 0; many--) {
                join(id, any(groups));
            }
        }
        give(id(people.get(40)), "admin");
        give(id(people.get(41)), "leak-overseer");
        give(id(people.get(42)), "auditor");
    }

    private void give(UUID person, String role) {
        if (oracle.rolesOf.computeIfAbsent(person, any -> new HashSet<>()).add(role)) {
            jdbc.update("insert into account_role (account_id, role) values (?, ?)", person, role);
        }
    }

    private void take(UUID person, String role) {
        oracle.rolesOf.get(person).remove(role);
        jdbc.update("delete from account_role where account_id = ? and role = ?", person, role);
    }

    private void join(UUID person, UUID group) {
        if (oracle.groupsOf.computeIfAbsent(person, any -> new HashSet<>()).add(group)) {
            jdbc.update(
                    "insert into group_member (group_id, account_id) values (?, ?)", group, person);
        }
    }

    private void leave(UUID person, UUID group) {
        oracle.groupsOf.get(person).remove(group);
        jdbc.update(
                "delete from group_member where account_id = ? and group_id = ?", person, group);
    }

    private void spaces() {
        for (int i = 0; i < SPACES; i++) {
            SpaceId space =
                    portal.getBean(Spaces.class)
                            .create("Leak space %d %s".formatted(i, UUID.randomUUID()), "", admin)
                            .id();
            spaces.add(space);
            List<Oracle.Grant> grants = new ArrayList<>();
            for (int many = 3 + random.nextInt(4); many > 0; many--) {
                grants.add(new Oracle.Grant(anybody(), any(ROLES.subList(0, 4))));
            }
            grant(space, grants);
        }
    }

    private void grant(SpaceId space, List<Oracle.Grant> grants) {
        oracle.grants.put(space.value(), grants);
        portal.getBean(SpaceAccess.class)
                .set(
                        space,
                        grants.stream()
                                .map(one -> new SpaceGrant(grantee(one.to()), new Role(one.role())))
                                .toList(),
                        admin);
    }

    private void fill(int number) {
        SpaceId space = spaces.get(number);
        int each = DOCUMENTS / SPACES;
        for (int i = 0; i < each; i++) {
            String path =
                    i < 2
                            ? "adr/000%d-choice.md".formatted(i + 1)
                            : "area%d/note-%02d.md".formatted(i % 5, i);
            store(space, path, text(number, i, each));
        }
    }

    /** Every tenth document is the same file in all spaces. */
    private static String text(int space, int number, int each) {
        if (number < 2) {
            return """
            ---
            status: %s
            ---
            # Choice %d of space %d

            The %s relay %s is the one we chose.
            """
                    .formatted(
                            number == 0 ? "superseded by 0002-choice.md" : "accepted",
                            number,
                            space,
                            COMMON,
                            wordOf(space * each + number));
        }
        int unique = number % 10 == 9 ? number : space * each + number;
        return """
        ---
        tags: [tag%d]
        ---
        # Note %d

        The %s relay %s is restarted by whoever is on call.
        """
                .formatted(unique, unique, COMMON, wordOf(unique));
    }

    private void store(SpaceId space, String path, String text) {
        try {
            UUID document =
                    portal.getBean(Intake.class)
                            .accept(
                                    space,
                                    path,
                                    new ByteArrayInputStream(text.getBytes(UTF_8)),
                                    admin)
                            .document()
                            .value();
            oracle.spaceOf.put(document, space.value());
            texts.put(document, text);
            paths.put(document, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Some documents have older revisions, which an index may still hold. */
    private void revise() {
        List.copyOf(paths.entrySet()).stream()
                .filter(entry -> entry.getValue().endsWith("3.md"))
                .forEach(entry ->
                        store(
                                spaceOf(entry.getKey()),
                                entry.getValue(),
                                texts.get(entry.getKey()) + "\nRevised.\n"));
    }

    private void bin() {
        paths.forEach((document, path) -> {
            if (path.endsWith("note-14.md")) {
                portal.getBean(Bin.class).put(new DocumentId(document), admin);
                oracle.binned.add(document);
            }
        });
    }

    private void awaitIndexed() {
        Documents documents = portal.getBean(Documents.class);
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() ->
                        spaces.stream()
                                .flatMap(space -> documents.in(space, admin).stream())
                                .allMatch(World::isCurrent));
    }

    private static boolean isCurrent(Document document) {
        return document.newest().equals(document.current());
    }

    private void narrow(int many) {
        List<UUID> documents = List.copyOf(texts.keySet());
        for (; many > 0; many--) {
            UUID document = any(documents);
            Set<String> to = new HashSet<>();
            for (int names = random.nextInt(4); names > 0; names--) {
                to.add(anybody());
            }
            oracle.narrowed.put(document, to);
            portal.getBean(DocumentAccess.class)
                    .narrow(
                            List.of(new DocumentId(document)),
                            to.stream().map(World::grantee).collect(Collectors.toSet()),
                            admin);
        }
    }

    private void widen(UUID document) {
        oracle.narrowed.remove(document);
        portal.getBean(DocumentAccess.class).widen(List.of(new DocumentId(document)), admin);
    }

    private String anybody() {
        return switch (random.nextInt(4)) {
            case 0 -> "ACCOUNT:" + id(any(people));
            case 1 -> "ROLE:" + any(ROLES);
            default -> "GROUP:" + any(groups);
        };
    }

    private static Grantee grantee(String named) {
        int colon = named.indexOf(':');
        return Grantee.of(named.substring(0, colon), named.substring(colon + 1));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** In the order in which the people were made. */
    Map<Asker, Set<UUID>> found() {
        Map<Asker, Set<UUID>> found = new LinkedHashMap<>();
        people.forEach(person -> found.put(person, oracle.found(id(person))));
        return found;
    }
}
