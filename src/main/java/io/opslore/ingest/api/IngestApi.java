package io.opslore.ingest.api;

import io.opslore.identity.Asker;
import io.opslore.identity.SignedIn;
import io.opslore.ingest.FileTooLarge;
import io.opslore.ingest.IngestFeed;
import io.opslore.ingest.IngestSettings;
import io.opslore.ingest.Intake;
import io.opslore.ingest.NewSpaces;
import io.opslore.library.NotFound;
import io.opslore.library.Space;
import io.opslore.library.SpaceNameTaken;
import io.opslore.library.Stored;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** For everyone with a token; what each may see and change is decided by their grants. */
@RestController
@RequestMapping("/api")
class IngestApi {

    private final Intake intake;
    private final IngestFeed feed;
    private final NewSpaces spaces;
    private final SignedIn signedIn;
    private final IngestSettings settings;

    IngestApi(
            Intake intake,
            IngestFeed feed,
            NewSpaces spaces,
            SignedIn signedIn,
            IngestSettings settings) {
        this.intake = intake;
        this.feed = feed;
        this.spaces = spaces;
        this.signedIn = signedIn;
        this.settings = settings;
    }

    /** What a client should know before it sends files. */
    @GetMapping("/ingest")
    Limits limits() {
        return new Limits(settings.maxFileSize().toBytes());
    }

    /**
     * Takes the request's body in under the path of the query; the answer comes before it is
     * indexed. The query is read as it stands: asked for a parameter, the server would take a body
     * that curl calls a form for more of them.
     */
    @PostMapping("/spaces/{name}/documents")
    ResponseEntity<Accepted> accept(@PathVariable String name, HttpServletRequest request)
            throws IOException {
        if (request.getContentLengthLong() > settings.maxFileSize().toBytes()) {
            throw new FileTooLarge(settings.maxFileSize().toBytes());
        }
        String path =
                query(request, "path")
                        .orElseThrow(() -> new IllegalArgumentException("The query needs a path"));
        Asker asker = signedIn.asker();
        boolean create = query(request, "create").map(Boolean::parseBoolean).orElse(false);
        Space space = create ? foundOrMade(name, asker) : found(name, asker);
        Accepted accepted =
                Accepted.of(intake.accept(space.id(), path, request.getInputStream(), asker));
        HttpStatus status =
                accepted.result() == Accepted.Result.ADDED ? HttpStatus.CREATED : HttpStatus.OK;
        return ResponseEntity.status(status).body(accepted);
    }

    private static Optional<String> query(HttpServletRequest request, String name) {
        var query = UriComponentsBuilder.newInstance().query(request.getQueryString()).build();
        return Optional.ofNullable(query.getQueryParams().getFirst(name))
                .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8));
    }

    /** Where the space's documents stand. */
    @GetMapping("/spaces/{name}/ingest")
    Summary summary(@PathVariable String name) {
        Asker asker = signedIn.asker();
        return Summary.of(feed.states(found(name, asker).id(), asker));
    }

    private Space found(String name, Asker asker) {
        return spaces.named(name, asker).orElseThrow(() -> new NotFound("Space"));
    }

    private Space foundOrMade(String name, Asker asker) {
        return spaces.named(name, asker).orElseGet(() -> make(name, asker));
    }

    private Space make(String name, Asker asker) {
        try {
            return spaces.create(name, "", asker);
        } catch (SpaceNameTaken e) {
            // Two clients began at the same moment.
            return found(name, asker);
        }
    }

    /**
     * @param maxFileSize in bytes
     */
    record Limits(long maxFileSize) {}

    /** What became of a document that was sent. */
    record Accepted(Result result, String document, String revision) {

        enum Result {
            ADDED,
            REVISED,
            UNCHANGED
        }

        static Accepted of(Stored stored) {
            Result result =
                    switch (stored) {
                        case Stored.Added added -> Result.ADDED;
                        case Stored.Revised revised -> Result.REVISED;
                        case Stored.Unchanged unchanged -> Result.UNCHANGED;
                    };
            return new Accepted(
                    result,
                    stored.document().value().toString(),
                    stored.revision().value().toString());
        }
    }
}
