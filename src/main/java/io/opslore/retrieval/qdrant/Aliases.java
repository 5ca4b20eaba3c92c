package io.opslore.retrieval.qdrant;

import io.opslore.retrieval.engine.GenerationId;
import io.qdrant.client.grpc.Collections.AliasDescription;
import io.qdrant.client.grpc.Collections.AliasOperations;
import io.qdrant.client.grpc.Collections.ChangeAliases;
import io.qdrant.client.grpc.Collections.CreateAlias;
import io.qdrant.client.grpc.Collections.DeleteAlias;
import io.qdrant.client.grpc.Collections.ListAliasesRequest;
import java.util.Optional;

/** Which collection a generation is. Thread-safe. */
final class Aliases {

    private final Calls calls;
    private final Names names;

    Aliases(Calls calls, Names names) {
        this.calls = calls;
        this.names = names;
    }

    /** The collection behind a generation's alias. */
    Optional<String> behind(GenerationId generation) {
        String alias = names.alias(generation);
        return calls
                .read(stubs ->
                        stubs.collections().listAliases(ListAliasesRequest.getDefaultInstance()))
                .getAliasesList()
                .stream()
                .filter(it -> it.getAliasName().equals(alias))
                .map(AliasDescription::getCollectionName)
                .findFirst();
    }

    /** Lets the alias lead to a collection from now on; says where it led before. */
    Optional<String> point(GenerationId generation, String collection) {
        Optional<String> before = behind(generation);
        ChangeAliases change = change(generation, collection, before.isPresent());
        calls.write(stubs -> stubs.collections().updateAliases(change));
        return before;
    }

    /** One step, so that there is no moment without a collection. */
    private ChangeAliases change(GenerationId generation, String collection, boolean anew) {
        String alias = names.alias(generation);
        var change = ChangeAliases.newBuilder();
        if (anew) {
            change.addActions(
                    AliasOperations.newBuilder()
                            .setDeleteAlias(DeleteAlias.newBuilder().setAliasName(alias)));
        }
        return change.addActions(
                        AliasOperations.newBuilder()
                                .setCreateAlias(
                                        CreateAlias.newBuilder()
                                                .setAliasName(alias)
                                                .setCollectionName(collection)))
                .build();
    }
}
