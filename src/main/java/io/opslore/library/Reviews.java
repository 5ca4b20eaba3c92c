package io.opslore.library;

import io.opslore.identity.Asker;
import io.opslore.identity.Authority;
import io.opslore.identity.Membership;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Documents that somebody should look at again, for those whom it concerns: who is named as the
 * owner, or is in the group that is, and who may change them. Thread-safe.
 */
@Service
@Transactional(readOnly = true)
public class Reviews {

    private final ReviewRows rows;
    private final DocumentRecords documents;
    private final Grants grants;
    private final Authority authority;
    private final Clock clock;

    Reviews(
            ReviewRows rows,
            DocumentRecords documents,
            Grants grants,
            Authority authority,
            Clock clock) {
        this.rows = rows;
        this.documents = documents;
        this.grants = grants;
        this.authority = authority;
        this.clock = clock;
    }

    /** For readers: those that concern the asker, the longest overdue first. */
    public List<Document> due(Asker asker) {
        ReadScope scope = grants.readable(asker);
        List<DocumentId> due = scope.isEmpty() ? List.of() : rows.due(LocalDate.now(clock), scope);
        if (due.isEmpty()) {
            return List.of();
        }
        Map<DocumentId, Document> found =
                documents.findAllById(due.stream().map(DocumentId::value).toList()).stream()
                        .map(DocumentEntity::toDocument)
                        .collect(Collectors.toMap(Document::id, Function.identity()));
        Set<String> names = names(asker);
        return due.stream()
                .filter(found::containsKey)
                .map(found::get)
                .filter(it -> concerns(it, names, asker))
                .toList();
    }

    private boolean concerns(Document document, Set<String> names, Asker asker) {
        return names.contains(document.details().owner().toLowerCase(Locale.ROOT))
                || grants.mayWrite(document.space(), asker);
    }

    /** By which an owner may mean the asker. */
    private Set<String> names(Asker asker) {
        Set<String> names =
                authority.of(asker).memberships().stream()
                        .map(Membership::name)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        names.add(asker.username().toLowerCase(Locale.ROOT));
        return names;
    }
}
