package io.opslore.models.ollama;

import io.opslore.models.ModelsSettings;
import io.opslore.outbound.TrustedTarget;
import io.opslore.upgrades.UpgradeFinding;
import io.opslore.upgrades.UpgradeLook;
import io.opslore.upgrades.UpgradePart;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.web.client.RestClientException;

/** Whether the model server has every model that somebody has set for a task. */
class CatalogueOutlook implements UpgradePart {

    private static final String ABOUT = "models";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public List<UpgradeFinding> findings(UpgradeLook look) {
        Set<String> wanted = wanted(look);
        if (wanted.isEmpty()) {
            return List.of(UpgradeFinding.fine(ABOUT, "No model is set for a task."));
        }
        ModelsSettings settings =
                Binder.get(look.settings()).bindOrCreate("opslore.models", ModelsSettings.class);
        try {
            wanted.removeAll(installed(settings));
        } catch (RestClientException away) {
            return List.of(
                    UpgradeFinding.warning(
                            ABOUT,
                            "The model server does not answer, so whether it has %s is not known."
                                    .formatted(String.join(", ", wanted)),
                            "Look at opslore.models.base-url, and whether the server runs."));
        }
        return wanted.isEmpty()
                ? List.of(UpgradeFinding.fine(ABOUT, "All models of the catalogue are installed."))
                : missing(wanted);
    }

    private static Set<String> wanted(UpgradeLook look) {
        List<String> tables = new ArrayList<>(List.of("model_task", "kept_model", "warm_model"));
        tables.removeIf(table -> !look.hasTable(table));
        return tables.stream()
                .flatMap(table ->
                        look
                                .database()
                                .sql("select model from " + table)
                                .query(String.class)
                                .list()
                                .stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> installed(ModelsSettings settings) {
        try (HttpClient http = TrustedTarget.at(URI.create(settings.baseUrl()), PATIENCE)) {
            OllamaTold.Tags tags =
                    OllamaRequests.client(settings, http, PATIENCE)
                            .get()
                            .uri("/api/tags")
                            .retrieve()
                            .body(OllamaTold.Tags.class);
            return tags == null
                    ? Set.of()
                    : tags.all().stream().map(OllamaTold.Tag::name).collect(Collectors.toSet());
        }
    }

    private static List<UpgradeFinding> missing(Set<String> models) {
        return List.of(
                UpgradeFinding.warning(
                        ABOUT,
                        "Set, and not installed: %s.".formatted(String.join(", ", models)),
                        "Fetch them under Admin → Model server, or set others under Admin → Models."));
    }
}
