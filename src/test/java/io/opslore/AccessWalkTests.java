package io.opslore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.Router;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.auth.AccessCheckDecision;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.server.auth.NavigationContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.AskerPrincipal;
import io.opslore.identity.Authority;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Permission;
import io.opslore.identity.Role;
import io.opslore.identity.SignedIn;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every view, every endpoint and every service with every role. What is new must be entered
 * here, with who may use it, before it passes.
 */
class AccessWalkTests extends PortalTest {

    /** Views that open for somebody else than everybody who is signed in. */
    private static final Map<String, Permission> VIEWS_WITH_PERMISSION =
            Map.ofEntries(
                    Map.entry("admin/answers", Permission.AUDIT_READ),
                    Map.entry("admin/audit", Permission.AUDIT_READ),
                    Map.entry("admin/connections", Permission.CONNECTION_MANAGE),
                    Map.entry("admin/index", Permission.INDEX_MANAGE),
                    Map.entry("admin/gpu", Permission.MODEL_MANAGE),
                    Map.entry("admin/groups", Permission.USER_MANAGE),
                    Map.entry("admin/roles", Permission.ROLE_MANAGE),
                    Map.entry("admin/users", Permission.USER_MANAGE),
                    Map.entry("admin/providers", Permission.PROVIDER_MANAGE),
                    Map.entry("admin/sessions", Permission.USER_MANAGE),
                    Map.entry("admin/tokens", Permission.USER_MANAGE),
                    Map.entry("admin/filters", Permission.FILTER_MANAGE),
                    Map.entry("admin/limits", Permission.LIMIT_MANAGE),
                    Map.entry("admin/model-upgrade", Permission.MODEL_MANAGE),
                    Map.entry("admin/model-server", Permission.MODEL_MANAGE),
                    Map.entry("admin/masking", Permission.MASKING_MANAGE),
                    Map.entry("admin/models", Permission.MODEL_MANAGE),
                    Map.entry("admin/quick-tasks", Permission.MODEL_MANAGE),
                    Map.entry("admin/sources", Permission.CONNECTION_MANAGE),
                    Map.entry("admin/operations", Permission.OPERATIONS_READ),
                    Map.entry("admin/quality", Permission.QUALITY_READ),
                    Map.entry("admin/usage", Permission.USAGE_READ),
                    Map.entry("admin/verify", Permission.STORE_VERIFY));

    /** Views on the way in: open to nobody who is signed in already. */
    private static final Set<String> VIEWS_ON_THE_WAY_IN = Set.of("sign-in-code");

    /** The only views that open without a session. */
    private static final Set<String> VIEWS_FOR_ALL = Set.of("login");

    /** The only endpoints that answer without a session or token. */
    private static final Set<String> ENDPOINTS_FOR_ALL = Set.of();

    /**
     * Services that ask no permission by annotation, each with what it goes by instead; their
     * methods are probed by the leak matrix and by the tests of their rooms.
     */
    private static final Map<String, String> CHECKED_INSIDE =
            Map.ofEntries(
                    Map.entry("AccessTokens", "their own tokens"),
                    Map.entry("Accounts", "their own account alone"),
                    Map.entry("Admission", "their own limits"),
                    Map.entry("Allowances", "their own limits"),
                    Map.entry("Assistant", "their own conversations, and the grants"),
                    Map.entry("Batches", "the sender, and the grants"),
                    Map.entry("Bin", "the grants"),
                    Map.entry("Changes", "the grants"),
                    Map.entry("CitedSources", "the grants"),
                    Map.entry("Comparisons", "their own answers, and the grants"),
                    Map.entry("Connections", "the grants"),
                    Map.entry("Conversations", "their own conversations, and the grants"),
                    Map.entry("Directory", "names alone, for whoever is not disabled"),
                    Map.entry("DocumentAccess", "the grants"),
                    Map.entry("Documents", "the grants"),
                    Map.entry("Downloads", "the grants"),
                    Map.entry("Explanations", "the grants, or themselves"),
                    Map.entry("FollowedFiles", "the grants"),
                    Map.entry("Following", "the grants"),
                    Map.entry("Grants", "the grants themselves"),
                    Map.entry("IngestFeed", "the grants"),
                    Map.entry("Intake", "the grants"),
                    Map.entry("JdbcAuthority", "the rights themselves"),
                    Map.entry("Limits", "their own limits"),
                    Map.entry("LiveTools", "what Connections goes by"),
                    Map.entry("LookingChoice", "their own choice, and what Connections goes by"),
                    Map.entry("MaskReport", "the grants"),
                    Map.entry("NewSpaces", "what Spaces goes by"),
                    Map.entry("Passwords", "their own account alone"),
                    Map.entry("QuestionFilter", "whoever asks"),
                    Map.entry("Retrying", "the grants"),
                    Map.entry("RemoteMcps", "a connection that was opened for them"),
                    Map.entry("QuickTasks", "what Connections goes by"),
                    Map.entry("Snapshots", "the grants"),
                    Map.entry("Search", "the grants"),
                    Map.entry("SecondStep", "their own account alone"),
                    Map.entry("Sending", "the sender, and the grants"),
                    Map.entry("SessionBook", "the machinery of signing in"),
                    Map.entry("Sessions", "their own sign-ins"),
                    Map.entry("SharedConversations", "with whom it is shared, and the grants"),
                    Map.entry("Sharing", "their own conversations"),
                    Map.entry("SpaceAccess", "the grants"),
                    Map.entry("Spaces", "the grants, and a permission to make one"),
                    Map.entry("Storing", "the grants"),
                    Map.entry("TaskModels", "the roles that a model is kept for"),
                    Map.entry("ToolCalls", "the grants, in every tool"),
                    Map.entry("Twins", "the grants"),
                    Map.entry("UploadLimits", "their own limits"),
                    Map.entry("Usage", "their own use"));

    @Autowired private WebApplicationContext portal;
    @Autowired private NavigationAccessControl navigation;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping endpoints;

    @Autowired private Accounts accounts;
    @Autowired private Authority authority;

    private final Map<String, Asker> people = new LinkedHashMap<>();

    @BeforeEach
    void somebodyOfEveryRole() {
        people.put("nobody", TestingAskers.with(accounts));
        Role.BUILT_IN.forEach(role -> people.put(role.key(), TestingAskers.with(accounts, role)));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void everyViewOpensForThoseWhoMayAndForNobodyElse() {
        Map<String, String> wrong = new TreeMap<>();
        for (Class<?> view : views()) {
            String route = view.getAnnotation(Route.class).value();
            if (view.isAnnotationPresent(AnonymousAllowed.class) != VIEWS_FOR_ALL.contains(route)) {
                wrong.put(route, "open without a session");
            }
            if (opens(view, null) != VIEWS_FOR_ALL.contains(route)) {
                wrong.put(route, "anonymous");
            }
            people.forEach((name, asker) -> {
                if (opens(view, asker) != mayOpen(route, asker)) {
                    wrong.put(route, name);
                }
            });
        }

        assertThat(wrong).as("views that open for the wrong people").isEmpty();
    }

    @Test
    void noEndpointAnswersWithoutASessionOrToken() throws Exception {
        MockMvc browser =
                MockMvcBuilders.webAppContextSetup(portal).apply(springSecurity()).build();
        Map<String, Integer> open = new TreeMap<>();
        for (RequestMappingInfo endpoint : ours()) {
            for (String path : endpoint.getPatternValues()) {
                for (HttpMethod method : methods(endpoint)) {
                    int status = status(browser, method, path);
                    if (!isRefusal(status) && !ENDPOINTS_FOR_ALL.contains(path)) {
                        open.put(method + " " + path, status);
                    }
                }
            }
        }

        assertThat(open).as("endpoints that answer strangers").isEmpty();
    }

    @Test
    void everyServiceSaysWhoMayUseItAndHoldsToIt() throws Exception {
        Set<String> silent = new TreeSet<>();
        List<String> holes = new ArrayList<>();
        int refusals = 0;
        for (Object service : portal.getBeansWithAnnotation(Service.class).values()) {
            Class<?> type = AopUtils.getTargetClass(service);
            if (!type.getName().startsWith("io.opslore.")) {
                continue;
            }
            for (Method method : methodsWithAsker(type)) {
                Optional<Permission[]> needed = needed(method, type);
                if (needed.isEmpty() && !CHECKED_INSIDE.containsKey(type.getSimpleName())) {
                    silent.add(type.getSimpleName() + "." + method.getName());
                }
                for (Map.Entry<String, Asker> person : people.entrySet()) {
                    if (needed.isPresent() && !holdsAny(person.getValue(), needed.get())) {
                        refusals++;
                        if (!refuses(service, method, person.getValue())) {
                            holes.add(person.getKey() + ": " + method);
                        }
                    }
                }
            }
        }

        assertThat(silent).as("methods that do not say who may use them").isEmpty();
        assertThat(holes).as("methods that let the wrong people in").isEmpty();
        assertThat(refusals).isPositive();
    }

    private static List<Class<?>> views() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        List<Class<?>> views = new ArrayList<>();
        scanner.findCandidateComponents("io.opslore").stream()
                .filter(found -> !String.valueOf(found).contains("test-classes"))
                .forEach(found ->
                        views.add(
                                ClassUtils.resolveClassName(
                                        String.valueOf(found.getBeanClassName()), null)));
        assertThat(views).hasSizeGreaterThan(10);
        return views;
    }

    private boolean opens(Class<?> view, Asker asker) {
        SecurityContextHolder.clearContext();
        TestingAuthenticationToken authentication = null;
        if (asker != null) {
            AskerPrincipal principal = () -> asker;
            authentication = new TestingAuthenticationToken(principal, null, "ROLE_USER");
            SecurityContextHolder.getContext().setAuthentication(authentication);
        }
        var context =
                new NavigationContext(
                        router(),
                        view,
                        new Location(view.getAnnotation(Route.class).value()),
                        RouteParameters.empty(),
                        authentication,
                        role -> asker != null && role.equals(SignedIn.USER),
                        false);
        return navigation.checkAccess(context, true).decision() == AccessCheckDecision.ALLOW;
    }

    private Router router() {
        var servlets = Objects.requireNonNull(portal.getServletContext());
        return new Router(ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets)));
    }

    private boolean mayOpen(String route, Asker asker) {
        Permission needed = VIEWS_WITH_PERMISSION.get(route);
        return needed == null
                ? !route.startsWith("admin/") && !VIEWS_ON_THE_WAY_IN.contains(route)
                : authority.may(needed, asker);
    }

    private List<RequestMappingInfo> ours() {
        return endpoints.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("io.opslore."))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<HttpMethod> methods(RequestMappingInfo endpoint) {
        return endpoint.getMethodsCondition().getMethods().stream()
                .map(method -> HttpMethod.valueOf(method.name()))
                .toList();
    }

    private static int status(MockMvc browser, HttpMethod method, String path) throws Exception {
        String address = path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        var response =
                browser.perform(MockMvcRequestBuilders.request(method, address))
                        .andReturn()
                        .getResponse();
        boolean toSignIn =
                response.getStatus() == 302
                        && String.valueOf(response.getRedirectedUrl()).endsWith("/login");
        return toSignIn ? 401 : response.getStatus();
    }

    private static boolean isRefusal(int status) {
        return status == 401 || status == 403;
    }

    private static List<Method> methodsWithAsker(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> List.of(method.getParameterTypes()).contains(Asker.class))
                .toList();
    }

    private static Optional<Permission[]> needed(Method method, Class<?> type) {
        return Stream.of(method, type)
                .map(it -> AnnotatedElementUtils.findMergedAnnotation(it, NeedsPermission.class))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(NeedsPermission::value);
    }

    private boolean holdsAny(Asker asker, Permission[] any) {
        return Arrays.stream(any).anyMatch(permission -> authority.may(permission, asker));
    }

    /** Refused before anything else happens, so that it does not matter what else is passed. */
    private static boolean refuses(Object service, Method method, Asker asker) throws Exception {
        Object[] arguments =
                Arrays.stream(method.getParameterTypes())
                        .map(type -> type == Asker.class ? asker : nothing(type))
                        .toArray();
        Method callable =
                service.getClass().getMethod(method.getName(), method.getParameterTypes());
        callable.setAccessible(true);
        try {
            callable.invoke(service, arguments);
            return fail(method + " did not refuse " + asker.username());
        } catch (InvocationTargetException e) {
            return e.getCause() instanceof NotAllowed;
        }
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        return type == long.class ? (Object) 0L : null;
    }
}
