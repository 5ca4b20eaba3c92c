package io.opslore.models;

import java.util.List;
import java.util.Set;

/**
 * The model server as it is at one moment.
 *
 * @param baseUrl its address
 * @param keptWarm names of the models that are warmed up by themselves, stored or not
 */
public record ServerOverview(
        String baseUrl,
        ServerState state,
        List<Pull> pulls,
        List<WarmUp> warmUps,
        Set<String> keptWarm) {

    /** Whether it answers. */
    public sealed interface ServerState {}

    /**
     * It does.
     *
     * @param stored by name
     */
    public record Answering(String version, List<StoredModel> stored, List<LoadedModel> loaded)
            implements ServerState {

        /** How much disk all of them take together; shared parts count more than once. */
        public long bytesStored() {
            return stored.stream().mapToLong(StoredModel::bytes).sum();
        }
    }

    /** It does not, or refuses to. */
    public record Silent(ModelFailure.Reason reason, String said) implements ServerState {}
}
