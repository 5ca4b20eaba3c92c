package io.opslore.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.assistant.AnswerId;
import io.opslore.assistant.Assistant;
import io.opslore.assistant.ConversationId;
import io.opslore.assistant.ModelWish;
import io.opslore.assistant.lookup.PastedKind;
import io.opslore.identity.AccountId;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.AskerPrincipal;
import io.opslore.identity.Role;
import io.opslore.ingest.Batch;
import io.opslore.ingest.BatchId;
import io.opslore.ingest.Intake;
import io.opslore.ingest.Sending;
import io.opslore.library.DocumentId;
import io.opslore.library.DocumentKey;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceAccess;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whether anything that takes an id tells somebody else's from one that does not exist. */
class ForeignIdTests extends PortalTest {

    private static final Set<Class<?>> IDS =
            Set.of(
                    SpaceId.class,
                    DocumentId.class,
                    RevisionId.class,
                    ConversationId.class,
                    AnswerId.class,
                    BatchId.class);

    @Autowired WebApplicationContext portal;
    @Autowired Accounts accounts;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private final Map<Class<?>, Object> foreign = new java.util.HashMap<>();
    private Asker stranger;

    @BeforeEach
    void somebodyElsesThings() throws Exception {
        Asker owner = TestingAskers.with(accounts, Role.ADMIN);
        stranger = TestingAskers.with(accounts, Role.READER, Role.CONTRIBUTOR);
        SpaceId space =
                portal.getBean(Spaces.class).create("Foreign " + UUID.randomUUID(), "", owner).id();
        portal.getBean(SpaceAccess.class).set(space, List.of(), owner);
        var stored =
                portal.getBean(Intake.class)
                        .accept(
                                space,
                                "secret.md",
                                new ByteArrayInputStream("# Secret".getBytes(UTF_8)),
                                owner);
        var answer = portal.getBean(Assistant.class).ask("What is secret?", null, owner);
        BatchId batch =
                portal.getBean(Sending.class)
                        .begin(space, "Secret", new Batch.Announced(1, 1), owner);
        foreign.put(SpaceId.class, space);
        foreign.put(DocumentId.class, stored.document());
        foreign.put(RevisionId.class, stored.revision());
        foreign.put(ConversationId.class, answer.conversation());
        foreign.put(AnswerId.class, answer.id());
        foreign.put(BatchId.class, batch);
    }

    @Test
    void noServiceTellsAForeignIdFromAnAbsentOne() {
        Map<String, String> told = new TreeMap<>();
        var probed = new ArrayList<String>();
        services()
                .forEach(service ->
                        methods(service)
                                .forEach(method -> {
                                    String name =
                                            method.getDeclaringClass().getSimpleName()
                                                    + "."
                                                    + method.getName();
                                    String foreigners = outcome(service, method, true);
                                    String absents = outcome(service, method, false);
                                    probed.add(name);
                                    if (!foreigners.equals(absents)
                                            || foreigners.startsWith("java.lang.Null")) {
                                        told.put(name, foreigners + " / " + absents);
                                    }
                                }));
        // Of a source that was cited once it is told that it is hidden; and there is no permission
        // null.
        told.keySet().removeAll(Set.of("Documents.standing", "Grants.may"));
        assertThat(told).isEmpty();
        assertThat(probed)
                .contains(
                        "Assistant.follow",
                        "Assistant.stop",
                        "Assistant.retry",
                        "Assistant.ask",
                        "Comparisons.compare",
                        "Comparisons.keep",
                        "Comparisons.of",
                        "Conversations.answers",
                        "Documents.text",
                        "Batches.items",
                        "Sharing.share",
                        "SharedConversations.follow",
                        "Explanations.why")
                .hasSizeGreaterThan(50);
    }

    @Test
    void noEndpointTellsAForeignIdFromAnAbsentOne() throws Exception {
        MockMvc http = MockMvcBuilders.webAppContextSetup(portal).build();
        var probed = new ArrayList<String>();
        AskerPrincipal principal = () -> stranger;
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(principal, null, "ROLE_USER"));
        try {
            for (String pattern : patterns()) {
                for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.POST)) {
                    for (Object id : foreign.values()) {
                        assertThat(answer(http, method, pattern, value(id)))
                                .as(method + " " + pattern + " " + id)
                                .isEqualTo(answer(http, method, pattern, UUID.randomUUID()));
                    }
                }
                probed.add(pattern);
            }
        } finally {
            SecurityContextHolder.clearContext();
        }
        assertThat(probed)
                .contains("/api/documents/{id}", "/api/revisions/{id}/original")
                .anyMatch(pattern -> pattern.startsWith("/originals/"));
    }

    private Stream<Object> services() {
        return portal.getBeansWithAnnotation(Service.class).values().stream()
                .filter(bean ->
                        AopUtils.getTargetClass(bean).getPackageName().startsWith("io.opslore"));
    }

    /** Those that are for a person and take an id. */
    private static Stream<Method> methods(Object service) {
        return Arrays.stream(AopUtils.getTargetClass(service).getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !method.isSynthetic())
                .filter(method -> List.of(method.getParameterTypes()).contains(Asker.class))
                .filter(method ->
                        Arrays.stream(method.getParameters()).anyMatch(ForeignIdTests::isId));
    }

    private static boolean isId(Parameter parameter) {
        return IDS.contains(parameter.getType()) || IDS.contains(element(parameter));
    }

    private static Type element(Parameter parameter) {
        return parameter.getParameterizedType() instanceof ParameterizedType type
                ? type.getActualTypeArguments()[0]
                : parameter.getType();
    }

    private String outcome(Object service, Method method, boolean foreigners) {
        try {
            Object[] arguments =
                    Arrays.stream(method.getParameters())
                            .map(parameter -> argument(parameter, foreigners))
                            .toArray();
            Object result = method.invoke(service, arguments);
            if (result instanceof Runnable end) {
                end.run();
                return "a subscription";
            }
            return withoutIds(String.valueOf(result));
        } catch (InvocationTargetException e) {
            return e.getCause().toString();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is asked for may be repeated, as long as nothing else is said. */
    private static String withoutIds(String text) {
        return text.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID");
    }

    private @Nullable Object argument(Parameter parameter, boolean foreigners) {
        Class<?> type = parameter.getType();
        if (IDS.contains(type)) {
            return id(type, foreigners);
        }
        if (DocumentKey.class.equals(type)) {
            return new DocumentKey((SpaceId) id(SpaceId.class, foreigners), "git", "a.md");
        }
        if (Optional.class.equals(type)) {
            return Optional.empty();
        }
        if (Collection.class.isAssignableFrom(type)) {
            List<Object> ids =
                    IDS.contains(element(parameter))
                            ? List.of(id((Class<?>) element(parameter), foreigners))
                            : List.of();
            return Set.class.equals(type) ? Set.copyOf(ids) : ids;
        }
        return plain(type);
    }

    private @Nullable Object plain(Class<?> type) {
        if (type.equals(Asker.class)) {
            return stranger;
        } else if (type.equals(AccountId.class)) {
            return stranger.id();
        } else if (type.equals(String.class)) {
            return "words";
        } else if (type.equals(int.class)) {
            return 1;
        } else if (type.equals(boolean.class)) {
            return false;
        } else if (type.equals(Instant.class)) {
            return Instant.EPOCH;
        } else if (type.equals(InputStream.class)) {
            return InputStream.nullInputStream();
        } else if (type.equals(Consumer.class)) {
            return (Consumer<Object>) told -> {};
        } else if (type.equals(PastedKind.class)) {
            return PastedKind.DIFF;
        } else if (type.equals(ModelWish.class)) {
            return ModelWish.AUTOMATIC;
        } else if (type.equals(Runnable.class)) {
            return (Runnable) () -> {};
        }
        return null;
    }

    private Object id(Class<?> type, boolean foreigners) {
        if (foreigners) {
            return java.util.Objects.requireNonNull(foreign.get(type));
        }
        try {
            return type.getDeclaredConstructor(UUID.class).newInstance(UUID.randomUUID());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID value(Object id) throws ReflectiveOperationException {
        return (UUID) id.getClass().getMethod("value").invoke(id);
    }

    private Stream<String> all() {
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream());
    }

    private List<String> patterns() {
        return all().filter(pattern -> pattern.matches("[^{]*\\{[^}]*}[^{]*")).distinct().toList();
    }

    private static String answer(MockMvc http, HttpMethod method, String pattern, UUID id)
            throws Exception {
        String address = pattern.replaceAll("\\{[^}]*}", id.toString());
        MockHttpServletResponse response =
                http.perform(MockMvcRequestBuilders.request(method, address).content("{}"))
                        .andReturn()
                        .getResponse();
        return response.getStatus() + " " + withoutIds(response.getContentAsString());
    }
}
