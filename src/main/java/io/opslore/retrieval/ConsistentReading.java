package io.opslore.retrieval;

import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a search see one generation and one moment of the library, from its first query to its
 * passages. The moment is fixed before the index is asked: what was current then is in the index,
 * because it was put there first and leaves it only long after it was replaced. So a document that
 * changes meanwhile is found in its old form or in its new one, never in none and never in both.
 */
@Component
class ConsistentReading {

    private final Generations generations;
    private final GenerationRecords records;
    private final TransactionTemplate moment;

    ConsistentReading(
            Generations generations,
            GenerationRecords records,
            PlatformTransactionManager transactions) {
        this.generations = generations;
        this.records = records;
        this.moment = new TransactionTemplate(transactions);
        moment.setReadOnly(true);
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        moment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Throws {@link IndexAway} while the index cannot be asked or lacks what it had.
     *
     * @param prepare what can be done before the moment, such as embedding the question
     * @param search asks the generation's index, and PostgreSQL as it was at the moment
     */
    <Q, A> A read(Function<Generation, Q> prepare, Function<Q, A> search) {
        while (true) {
            Optional<A> found =
                    generations.inActive(generation -> {
                        generation.requireWhole();
                        Q prepared = prepare.apply(generation);
                        return moment.execute(status -> {
                            boolean stillActive =
                                    records.active()
                                            .filter(active -> active.id().equals(generation.id()))
                                            .isPresent();
                            return stillActive
                                    ? Optional.of(search.apply(prepared))
                                    : Optional.<A>empty();
                        });
                    });
            if (found.isPresent()) {
                return found.get();
            }
        }
    }
}
