package io.opslore.assistant;

import io.opslore.identity.AccountId;
import io.opslore.identity.Asker;
import io.opslore.identity.Authority;
import io.opslore.identity.Directory;
import io.opslore.identity.Grantee;
import io.opslore.identity.GroupDeleted;
import io.opslore.library.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Other people's conversations, for those with whom they are shared: to read, and no more. A reader
 * sees of it only what was written from sources that they may open themselves. {@link NotFound} for
 * everyone else. Thread-safe.
 */
@Service
public class SharedConversations {

    private final ShareRecords shares;
    private final AnswerHistory history;
    private final Directory directory;
    private final Authority authority;

    SharedConversations(
            ShareRecords shares, AnswerHistory history, Directory directory, Authority authority) {
        this.shares = shares;
        this.history = history;
        this.directory = directory;
        this.authority = authority;
    }

    /** All that are shared with the reader, the latest first. */
    public List<SharedWith> list(Asker reader) {
        return described(shares.with(authority.of(reader)), reader);
    }

    /** One of them. */
    public SharedWith conversation(ConversationId id, Asker reader) {
        return described(shares.with(authority.of(reader), id), reader).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("Conversation"));
    }

    /**
     * All its questions with those of their answers that the reader may know, the oldest first.
     * What is still being written comes as it was last stored.
     */
    public List<Answer> answers(ConversationId id, Asker reader) {
        conversation(id, reader);
        return history.open(id, reader);
    }

    /**
     * Calls the listener on a thread of its own with the answers as they stand now, then, within
     * seconds, with every change: of the answers, and of what the reader may know of them. Empty is
     * the last, and says that it is not shared with the reader any more.
     *
     * @return ends it when run
     */
    public Runnable follow(
            ConversationId id, Asker reader, Consumer<Optional<List<Answer>>> listener) {
        answers(id, reader);
        return Watch.start(() -> found(id, reader), listener);
    }

    private Optional<List<Answer>> found(ConversationId id, Asker reader) {
        try {
            return Optional.of(answers(id, reader));
        } catch (NotFound unshared) {
            return Optional.empty();
        }
    }

    @EventListener
    void on(GroupDeleted event) {
        shares.forget(new Grantee.Members(event.group()));
    }

    private List<SharedWith> described(List<ShareRecords.Shared> all, Asker reader) {
        Map<Grantee, Directory.Named> owners =
                directory.named(
                        all.stream().map(one -> person(one.owner())).collect(Collectors.toSet()),
                        reader);
        return all.stream().map(one -> described(one, owners)).toList();
    }

    private static SharedWith described(
            ShareRecords.Shared shared, Map<Grantee, Directory.Named> owners) {
        Directory.Named owner = owners.get(person(shared.owner()));
        return new SharedWith(
                shared.conversation().id(),
                shared.conversation().title(),
                shared.conversation().changedAt(),
                owner == null ? "" : owner.name());
    }

    private static Grantee person(AccountId account) {
        return new Grantee.Person(account);
    }
}
