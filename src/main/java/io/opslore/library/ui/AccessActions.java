package io.opslore.library.ui;

import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.identity.AccountId;
import io.opslore.identity.Asker;
import io.opslore.identity.Directory;
import io.opslore.identity.Grantee;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Role;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Toast;
import io.opslore.library.Document;
import io.opslore.library.DocumentAccess;
import io.opslore.library.DocumentId;
import io.opslore.library.Explanation;
import io.opslore.library.Explanations;
import io.opslore.library.NotFound;
import io.opslore.library.SpaceAccess;
import io.opslore.library.SpaceGrant;
import io.opslore.library.SpaceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the pages about who sees what may ask and do, in the name of whoever is signed in. */
@Component
class AccessActions {

    private final SpaceAccess spaces;
    private final DocumentAccess documents;
    private final Explanations explanations;
    private final Directory directory;
    private final SignedIn signedIn;

    AccessActions(
            SpaceAccess spaces,
            DocumentAccess documents,
            Explanations explanations,
            Directory directory,
            SignedIn signedIn) {
        this.spaces = spaces;
        this.documents = documents;
        this.explanations = explanations;
        this.directory = directory;
        this.signedIn = signedIn;
    }

    Asker asker() {
        return signedIn.asker();
    }

    List<SpaceGrant> grants(SpaceId space) {
        return spaces.grants(space, asker());
    }

    List<Role> grantable(SpaceId space) {
        return spaces.grantable(space, asker());
    }

    /** On top of what is granted at this moment, which may be more than the page shows. */
    void change(SpaceId space, UnaryOperator<List<SpaceGrant>> change) {
        attempt(() -> spaces.set(space, change.apply(new ArrayList<>(grants(space))), asker()));
    }

    /** Empty for a document that is not narrowed, and for those who do not manage its space. */
    Optional<Set<Grantee>> narrowing(DocumentId document) {
        try {
            return documents.narrowing(document, asker());
        } catch (NotAllowed onlyAReader) {
            return Optional.empty();
        }
    }

    boolean isNarrowed(Document document) {
        return documents.narrowedIn(document.space(), asker()).contains(document.id());
    }

    void narrow(Collection<DocumentId> these, Set<Grantee> to) {
        attempt(() -> documents.narrow(these, to, asker()));
    }

    void widen(Collection<DocumentId> these) {
        attempt(() -> documents.widen(these, asker()));
    }

    /** A space's narrowed documents, paged and filtered by the database. */
    CallbackDataProvider<Document, String> narrowedIn(SpaceId space) {
        return DataProvider.fromFilteringCallbacks(
                query ->
                        documents
                                .narrowed(
                                        space,
                                        query.getFilter().orElse(""),
                                        query.getOffset(),
                                        query.getLimit(),
                                        asker())
                                .stream(),
                query ->
                        documents
                                .narrowed(space, query.getFilter().orElse(""), 0, 10_000, asker())
                                .size());
    }

    Explanation why(SpaceId space, AccountId person) {
        return explanations.why(space, person, asker());
    }

    Explanation why(DocumentId document, AccountId person) {
        return explanations.why(document, person, asker());
    }

    Stream<Directory.Named> named(
            String containing, Set<Directory.Kind> kinds, int from, int most) {
        return directory.search(containing, kinds, from, most, asker()).stream();
    }

    Map<Grantee, Directory.Named> names(Collection<Grantee> grantees) {
        return directory.named(grantees, asker());
    }

    private static void attempt(Runnable change) {
        try {
            change.run();
            Toast.done(I18NProvider.translate("access.changed"));
        } catch (NotAllowed | NotFound refused) {
            Toast.failed(I18NProvider.translate("access.refused"));
        }
    }
}
