package io.opslore.library;

import io.opslore.identity.AccountId;
import io.opslore.identity.Asker;
import io.opslore.identity.Authority;
import io.opslore.identity.Grantee;
import io.opslore.identity.Permission;
import io.opslore.identity.Rights;
import io.opslore.library.Explanation.Belonging;
import io.opslore.library.Explanation.Gate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells why somebody can or cannot see something, by the rule that enforces it. Thread-safe. */
@Service
@Transactional(readOnly = true)
public class Explanations {

    private final AccessRecords records;
    private final DocumentRecords documents;
    private final Grants grants;
    private final Authority authority;

    Explanations(
            AccessRecords records, DocumentRecords documents, Grants grants, Authority authority) {
        this.records = records;
        this.documents = documents;
        this.grants = grants;
        this.authority = authority;
    }

    /**
     * For those who manage the space or people; about oneself for those who can read it. {@link
     * NotFound} for everyone else.
     */
    public Explanation why(SpaceId space, AccountId person, Asker asker) {
        List<SpaceGrant> granted = records.grants(space).orElseThrow(() -> new NotFound("Space"));
        if (!isFor(space, asker)
                && !(person.equals(asker.id())
                        && grants.may(Permission.DOCUMENT_READ, space, asker))) {
            throw new NotFound("Space");
        }
        return explained(authority.of(person), granted, Optional.empty());
    }

    /**
     * For those who manage its space or people; about oneself for those who can open it. {@link
     * NotFound} for everyone else.
     */
    public Explanation why(DocumentId document, AccountId person, Asker asker) {
        DocumentEntity found =
                documents.findById(document.value()).orElseThrow(() -> new NotFound("Document"));
        var space = new SpaceId(found.spaceId);
        Explanation explained =
                explained(
                        authority.of(person),
                        records.grants(space).orElse(List.of()),
                        Optional.of(found));
        boolean own = person.equals(asker.id()) && explained.sees();
        if (!isFor(space, asker) && !(own && grants.mayRead(space, document, asker))) {
            throw new NotFound("Document");
        }
        return explained;
    }

    private boolean isFor(SpaceId space, Asker asker) {
        return grants.may(Permission.SPACE_MANAGE, space, asker)
                || authority.may(Permission.USER_MANAGE, asker);
    }

    private Explanation explained(
            Rights rights, List<SpaceGrant> granted, Optional<DocumentEntity> document) {
        Set<Permission> permissions = AccessRule.permissions(rights, granted);
        Gate gate =
                document.map(found -> gate(rights, permissions, found)).orElseGet(Gate.Open::new);
        return new Explanation(
                rights.account(),
                !rights.isNobody(),
                AccessRule.paths(rights, granted).stream().map(path -> way(rights, path)).toList(),
                permissions,
                gate,
                !permissions.isEmpty() && isOpen(gate));
    }

    private Gate gate(Rights rights, Set<Permission> permissions, DocumentEntity document) {
        if (document.isBinned() && !permissions.contains(Permission.DOCUMENT_WRITE)) {
            return new Gate.Binned();
        }
        return records.narrowed(document.documentId())
                .map(narrowed -> gate(rights, permissions, narrowed))
                .orElseGet(Gate.Open::new);
    }

    private static Gate gate(Rights rights, Set<Permission> permissions, Narrowed narrowed) {
        if (!AccessRule.passes(rights, permissions, narrowed)) {
            return new Gate.Closed(narrowed.to());
        }
        List<Belonging> named =
                narrowed.to().stream()
                        .filter(rights::is)
                        .map(grantee -> belonging(rights, grantee))
                        .toList();
        return named.isEmpty() ? new Gate.Managed() : new Gate.Passed(named);
    }

    private static boolean isOpen(Gate gate) {
        return switch (gate) {
            case Gate.Open open -> true;
            case Gate.Managed managed -> true;
            case Gate.Passed passed -> true;
            case Gate.Closed closed -> false;
            case Gate.Binned binned -> false;
        };
    }

    private static Explanation.Way way(Rights rights, GrantPath path) {
        return new Explanation.Way(
                path,
                switch (path) {
                    case GrantPath.Granted granted -> belonging(rights, granted.grantee());
                    case GrantPath.EverySpace every ->
                            belonging(rights, new Grantee.Holders(every.role()));
                });
    }

    private static Belonging belonging(Rights rights, Grantee grantee) {
        return switch (grantee) {
            case Grantee.Person person -> new Belonging(grantee, List.of(), List.of());
            case Grantee.Members members ->
                    new Belonging(
                            grantee,
                            rights.memberships().stream()
                                    .filter(one -> one.group().equals(members.group()))
                                    .toList(),
                            List.of());
            case Grantee.Holders holders ->
                    new Belonging(
                            grantee,
                            List.of(),
                            rights.holdings().stream()
                                    .filter(one -> one.role().equals(holders.role()))
                                    .toList());
        };
    }
}
