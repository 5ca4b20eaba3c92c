package io.opslore.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.LocalToken;
import io.opslore.identity.Role;
import io.opslore.library.Documents;
import io.opslore.library.Revision;
import io.opslore.library.Space;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Over the real server, which reads a form's body by itself when it is asked for a parameter. */
class UploadByCurlTests extends PortalTest {

    @Autowired Accounts accounts;
    @Autowired Spaces spaces;
    @Autowired Documents documents;
    @Autowired LocalToken token;
    @LocalServerPort int port;

    @Test
    void aBodyThatIsCalledAFormIsStoredAsItIs() throws Exception {
        Asker admin = TestingAskers.with(accounts, Role.ADMIN);
        Space space = spaces.create("Curl " + UUID.randomUUID(), "", admin);

        HttpResponse<String> response =
                post(space, "guides/a b.md", token.value(), "application/x-www-form-urlencoded");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        var document = documents.in(space.id(), admin).getFirst();
        assertThat(document.path()).isEqualTo("guides/a b.md");
        assertThat(documents.revisions(document.id(), admin))
                .extracting(Revision::size)
                .containsExactly(7L);
    }

    @Test
    void withoutTheTokenNothingIsTold() throws Exception {
        Asker admin = TestingAskers.with(accounts, Role.ADMIN);
        Space space = spaces.create("Curl " + UUID.randomUUID(), "", admin);

        HttpResponse<String> response = post(space, "a.md", "wrong", "text/markdown");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).doesNotContain("Exception", space.name());
        assertThat(documents.in(space.id(), admin)).isEmpty();
    }

    private HttpResponse<String> post(Space space, String path, String bearer, String type)
            throws Exception {
        String address =
                "http://localhost:%d/api/spaces/%s/documents?path=%s"
                        .formatted(
                                port, space.name().replace(" ", "%20"), path.replace(" ", "%20"));
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Authorization", "Bearer " + bearer)
                            .header("Content-Type", type)
                            .POST(HttpRequest.BodyPublishers.ofString("# A\n\nB\n"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
