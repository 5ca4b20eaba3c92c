package io.opslore.retrieval;

import io.opslore.models.EmbeddingStatus;
import io.opslore.models.EmbeddingStatus.Progress;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How far the wanted model is from answering. */
@Component
class EmbeddingWatch {

    private final Generations generations;
    private final GenerationCounts counts;
    private final Building building;
    private final GenerationBoard board;

    EmbeddingWatch(
            Generations generations,
            GenerationCounts counts,
            Building building,
            GenerationBoard board) {
        this.generations = generations;
        this.counts = counts;
        this.building = building;
        this.board = board;
    }

    /** Something is to be built, or given up. */
    void changed() {
        building.wake();
        board.announce();
    }

    /**
     * @param chosen the server's model that is wanted
     */
    EmbeddingStatus status(Optional<String> chosen) {
        String wanted = generations.wanted().model();
        List<GenerationStatus> all = counts.all(generations, building.problem().orElse(null));
        GenerationStatus active = in(all, GenerationState.ACTIVE).orElseThrow();
        Optional<GenerationStatus> next =
                in(all, GenerationState.BUILDING).filter(it -> model(it).equals(wanted));
        return new EmbeddingStatus(
                chosen,
                model(active),
                model(active).equals(wanted),
                next.map(it -> new Progress(it.done(), it.documents())),
                active.windows(),
                next.flatMap(it -> Optional.ofNullable(it.problem())));
    }

    private static String model(GenerationStatus status) {
        return status.generation().recipe().model();
    }

    private static Optional<GenerationStatus> in(
            List<GenerationStatus> all, GenerationState state) {
        return all.stream().filter(it -> it.generation().state() == state).findFirst();
    }
}
