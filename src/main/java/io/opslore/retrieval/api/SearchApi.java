package io.opslore.retrieval.api;

import io.opslore.identity.SignedIn;
import io.opslore.library.Document;
import io.opslore.retrieval.Extract;
import io.opslore.retrieval.FoundDocument;
import io.opslore.retrieval.Search;
import io.opslore.retrieval.SearchResults;
import io.opslore.retrieval.TextPiece;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For everyone with a token: searches what they may read, and counts nothing else. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api")
class SearchApi {

    private static final int MOST = 100;

    private final Search search;
    private final SignedIn signedIn;

    SearchApi(Search search, SignedIn signedIn) {
        this.search = search;
        this.signedIn = signedIn;
    }

    /**
     * The best documents first.
     *
     * @param q as it is typed on the search page, prefixes and all
     * @param limit at most 100
     */
    @GetMapping("/search")
    Results search(@RequestParam String q, @RequestParam(defaultValue = "20") int limit) {
        return Results.of(search.search(q, Math.clamp(limit, 1, MOST), signedIn.asker()));
    }

    /**
     * @param count how many documents were found, copies counted once
     * @param more whether there are others that were not counted
     * @param wordsOnly whether the embedding model is away, so that words alone were compared
     */
    record Results(int count, boolean more, boolean wordsOnly, List<Result> documents) {

        static Results of(SearchResults found) {
            return new Results(
                    found.count(),
                    found.more(),
                    found.meaningAway(),
                    found.documents().stream().map(Result::of).toList());
        }
    }

    /**
     * @param copies paths of other documents that are the same file
     */
    record Result(
            UUID document,
            UUID revision,
            int revisionNumber,
            UUID space,
            String path,
            String title,
            List<Part> parts,
            List<String> copies) {

        static Result of(FoundDocument found) {
            Document document = found.document();
            return new Result(
                    document.id().value(),
                    found.revision().value(),
                    found.revisionNumber(),
                    document.space().value(),
                    document.path(),
                    document.title(),
                    found.extracts().stream().map(Part::of).toList(),
                    found.copies().stream().map(Document::path).toList());
        }
    }

    /** Lines of the revision's text that show why it was found. */
    record Part(String heading, int firstLine, int lastLine, String text) {

        static Part of(Extract extract) {
            return new Part(
                    extract.headingPath(),
                    extract.lines().first(),
                    extract.lines().last(),
                    extract.text().stream().map(TextPiece::text).collect(Collectors.joining()));
        }
    }
}
