package io.opslore.assistant;

import io.micrometer.observation.annotation.Observed;
import io.opslore.library.Grants;
import io.opslore.library.ReadScope;
import io.opslore.retrieval.FoundPassages;
import io.opslore.retrieval.Query;
import io.opslore.retrieval.Retrieval;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Second stage: searches within what the asker may read at this moment. Where the likeliest reading
 * of a follow-up question finds too little, the next one is tried.
 */
@Component
class PassageSearch {

    private final Function<Query, FoundPassages> retrieval;
    private final Grants grants;
    private final AssistantSettings settings;

    @Autowired
    PassageSearch(Retrieval retrieval, Grants grants, AssistantSettings settings) {
        this(retrieval::find, grants, settings);
    }

    PassageSearch(
            Function<Query, FoundPassages> retrieval, Grants grants, AssistantSettings settings) {
        this.retrieval = retrieval;
        this.grants = grants;
        this.settings = settings;
    }

    @Observed(
            name = "opslore.stage",
            contextualName = "retrieval",
            lowCardinalityKeyValues = {"stage", "retrieval"})
    Searched search(Condensed condensed) {
        ReadScope scope = grants.readable(condensed.asked().asker());
        var found =
                new Searched(condensed.asked(), condensed.searches().getFirst(), List.of(), false);
        for (String text : condensed.searches()) {
            var query = new Query(text, scope, settings.passages());
            FoundPassages passages = retrieval.apply(query);
            var next =
                    new Searched(
                            condensed.asked(), text, passages.passages(), passages.meaningAway());
            if (next.passages().stream().anyMatch(settings.support()::holds)) {
                return next;
            }
            found = found.passages().isEmpty() ? next : found;
        }
        return found;
    }
}
