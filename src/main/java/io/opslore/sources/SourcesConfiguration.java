package io.opslore.sources;

import io.opslore.ingest.FollowedFiles;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts together what syncs work with. */
@Configuration(proxyBeanMethods = false)
class SourcesConfiguration {

    @Bean
    Doing.Rooms syncRooms(
            FollowedFiles followed,
            FileRows files,
            SyncRows syncs,
            TransactionTemplate transaction,
            Clock clock) {
        return new Doing.Rooms(followed, files, syncs, transaction, clock);
    }
}
