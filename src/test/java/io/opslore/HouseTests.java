package io.opslore;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.modulith.core.ApplicationModules;

class HouseTests {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.opslore");

    @Test
    void roomsCallEachOtherOnlyAsTheyDeclare() {
        ApplicationModules.of(OpsLore.class).verify();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theHouseHoldsItsRule(String name, ArchRule rule) {
        rule.check(CLASSES);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(
                                        "..ui..", "io.opslore.kit..", "io.opslore.shell..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("com.vaadin..")
                                .because("a service that knows the screen cannot serve the API")),
                only(
                        "org.apache.lucene..",
                        "io.opslore.retrieval.lucene..",
                        "the index engine can be another one"),
                only(
                        "io.qdrant..",
                        "io.opslore.retrieval.qdrant..",
                        "the index engine can be another one"),
                // An exception to the one way out, with a transport of its own: where it leads is
                // set by who runs the portal, never by who uses it.
                only(
                        "io.grpc..",
                        "io.opslore.retrieval.qdrant..",
                        "there is one way out, and one server of the operator's beside it"),
                only(
                        "ai.onnxruntime..",
                        "io.opslore.retrieval.onnx..",
                        "the embedder can be another one"),
                only("ai.djl..", "io.opslore.retrieval.onnx..", "the embedder can be another one"),
                only(
                        "org.springframework.ai.[chat|content|model|ollama|retry|support|tool|util]..",
                        "io.opslore.models..",
                        "the assistant speaks of turns and words, not of a library"),
                only(
                        "org.springframework.ai.mcp..",
                        "io.opslore.tools.mcp..",
                        "tools find rows and know no protocol"),
                rule(
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(
                                        "io.opslore.tools.mcp..", "io.opslore.connections.mcp..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("io.modelcontextprotocol..")
                                .because("tools find rows and know no protocol")),
                // Clients with transports of their own, which lead where those who manage
                // connections
                // say. What may be done with them is read in one place each: nothing but reading.
                only(
                        "org.eclipse.jgit..",
                        "io.opslore.connections.git..",
                        "who looks into a repository needs no library for it"),
                only(
                        "io.fabric8..",
                        "io.opslore.connections.kubernetes..",
                        "a client that could write stays where it is seen that it does not"),
                only(
                        "com.github.dockerjava..",
                        "io.opslore.connections.swarm..",
                        "a client that could write stays where it is seen that it does not"),
                only(
                        "org.snakeyaml..",
                        "io.opslore.connections.swarm..",
                        "what strangers wrote is parsed in one place, within limits"),
                only(
                        "org.apache.tika..",
                        "io.opslore.ingest..",
                        "hostile files are read in one place, apart from everything else"),
                // Heads of documents, and manifests, whose findings need lines: in both, nothing
                // but
                // plain values is made, and depth, length and repetition are bounded.
                rule(
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(
                                        "io.opslore.ingest.extract..",
                                        "io.opslore.tools.analysis..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("org.yaml..")
                                .because("what strangers wrote is parsed within limits")),
                rule(
                        noClasses()
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("org.eclipse.jgit.api..")
                                .orShould()
                                .dependOnClassesThat()
                                .haveNameMatching(
                                        "org\\.eclipse\\.jgit\\.transport\\.(Push|RemoteRefUpdate|ReceivePack).*")
                                .because("repositories are read; nothing is committed or pushed")),
                only(
                        "org.apache.commons.compress..",
                        "io.opslore.ingest.archive..",
                        "what strangers packed is unpacked in one place, within limits"),
                rule(
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(
                                        "io.opslore.ingest..",
                                        "io.opslore.schedules..",
                                        "io.opslore.replicas..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("com.github.kagkarlsson..")
                                .because(
                                        "what is due is the affair of the two rooms with a queue, and of how they share it out")),
                only(
                        "io.zonky..",
                        "io.opslore.operations..",
                        "the embedded database is an address to everyone else"),
                // The library's has a transport of its own and leads where the operator's settings
                // say; that of connections goes by the one way out.
                rule(
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(
                                        "io.opslore.library.s3..",
                                        "io.opslore.connections.s3..",
                                        "io.opslore.backup.s3..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("software.amazon..")
                                .because(
                                        "where originals are kept is the library's own affair, and buckets of others are only read")),
                rule(
                        noClasses()
                                .that()
                                .resideInAPackage("io.opslore.connections..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("software.amazon.awssdk.http.apache5..")
                                .because("there is one way out, and it looks where it leads")),
                only(
                        "com.google.crypto.tink..",
                        "io.opslore.backup.file..",
                        "how a backup is sealed is read in one place"),
                only(
                        "org.apache.hc..",
                        "io.opslore.outbound..",
                        "there is one way out, and it looks where it leads"),
                rule(
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("io.opslore.outbound..")
                                .should()
                                .callCodeUnitWhere(OpensAWayOut.INSTANCE)
                                .because("there is one way out, and it looks where it leads")),
                rule(
                        noClasses()
                                .that()
                                .resideInAPackage("..ui..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "jakarta.persistence..",
                                        "org.springframework.jdbc..",
                                        "org.springframework.data..")
                                .because("views call faces, never stores")),
                rule(
                        classes()
                                .that()
                                .areAnnotatedWith(Entity.class)
                                .should()
                                .bePackagePrivate()
                                .because(
                                        "faces hand out records; an entity that leaves its room can be changed anywhere")),
                rule(
                        classes()
                                .that()
                                .areAnnotatedWith(Route.class)
                                .should(SayWhoMayOpen.INSTANCE)
                                .because(
                                        "a view without a rule is a hole waiting for its first mistake")),
                rule(
                        classes()
                                .that()
                                .areAnnotatedWith(ConfigurationProperties.class)
                                .should()
                                .beRecords()
                                .because("settings do not change after the start")),
                rule(
                        noClasses()
                                .should()
                                .dependOnClassesThat()
                                .haveFullyQualifiedName(
                                        "org.springframework.beans.factory.annotation.Value")
                                .because("settings are records, validated at start")));
    }

    private static Arguments only(String library, String home, String reason) {
        return rule(
                noClasses()
                        .that(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(home)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(library)
                        .because(reason));
    }

    private static Arguments rule(ArchRule rule) {
        return Arguments.of(rule.getDescription(), rule.allowEmptyShould(true));
    }

    /** Makes a client, or a connection, without having got the means from the way out. */
    private static final class OpensAWayOut extends DescribedPredicate<JavaCall<?>> {

        static final OpensAWayOut INSTANCE = new OpensAWayOut();

        private static final Set<String> MAKERS =
                Set.of(
                        "java.net.http.HttpClient.newBuilder",
                        "java.net.http.HttpClient.newHttpClient",
                        "java.net.URL.openStream",
                        "java.net.URL.openConnection",
                        "java.net.URL.getContent",
                        "java.nio.channels.SocketChannel.open",
                        "java.nio.channels.AsynchronousSocketChannel.open",
                        "javax.net.SocketFactory.createSocket",
                        "org.springframework.web.client.RestClient.create",
                        "org.springframework.web.reactive.function.client.WebClient.create");

        private static final Set<String> BUILT_BARE =
                Set.of(
                        "java.net.Socket",
                        "java.net.DatagramSocket",
                        "org.springframework.http.client.SimpleClientHttpRequestFactory",
                        "org.springframework.http.client.JdkClientHttpRequestFactory",
                        "org.springframework.http.client.reactive.JdkClientHttpConnector",
                        "org.springframework.web.client.RestTemplate");

        OpensAWayOut() {
            super("open a way out of their own");
        }

        @Override
        public boolean test(JavaCall<?> call) {
            String owner = call.getTargetOwner().getName();
            boolean isBare = call.getTarget().getRawParameterTypes().isEmpty();
            return MAKERS.contains(owner + "." + call.getName())
                    || call.getName().equals("<init>")
                            && (owner.equals("java.net.Socket")
                                    || BUILT_BARE.contains(owner) && isBare);
        }
    }

    private static final class SayWhoMayOpen
            extends com.tngtech.archunit.lang.ArchCondition<JavaClass> {

        static final SayWhoMayOpen INSTANCE = new SayWhoMayOpen();

        SayWhoMayOpen() {
            super("say who may open them");
        }

        @Override
        public void check(JavaClass view, com.tngtech.archunit.lang.ConditionEvents events) {
            boolean says =
                    view.isAnnotatedWith(RolesAllowed.class)
                            || view.isAnnotatedWith(AnonymousAllowed.class)
                            || view.isAnnotatedWith(PermitAll.class);
            events.add(
                    new com.tngtech.archunit.lang.SimpleConditionEvent(
                            view, says, view.getName() + " has no access annotation"));
        }
    }
}
