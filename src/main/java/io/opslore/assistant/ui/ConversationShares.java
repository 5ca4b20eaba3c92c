package io.opslore.assistant.ui;

import io.opslore.assistant.Conversation;
import io.opslore.assistant.ConversationId;
import io.opslore.assistant.Export;
import io.opslore.assistant.SharedConversations;
import io.opslore.assistant.SharedWith;
import io.opslore.assistant.Sharing;
import io.opslore.identity.Asker;
import io.opslore.identity.Directory;
import io.opslore.identity.Grantee;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the pages may ask and do about letting others read, for whoever is signed in. */
@Component
class ConversationShares {

    private final Sharing sharing;
    private final SharedConversations shared;
    private final Export export;
    private final Directory directory;
    private final SignedIn signedIn;

    ConversationShares(
            Sharing sharing,
            SharedConversations shared,
            Export export,
            Directory directory,
            SignedIn signedIn) {
        this.sharing = sharing;
        this.shared = shared;
        this.export = export;
        this.directory = directory;
        this.signedIn = signedIn;
    }

    boolean areAllowed() {
        return signedIn.may(Permission.CONVERSATION_SHARE);
    }

    List<SharedWith> withMe() {
        return shared.list(signedIn.asker());
    }

    Set<Grantee> readers(ConversationId conversation) {
        return sharing.readers(conversation, signedIn.asker());
    }

    void share(ConversationId conversation, Set<Grantee> readers) {
        sharing.share(conversation, readers, signedIn.asker());
    }

    Stream<Directory.Named> named(String containing, int from, int most) {
        return directory
                .search(
                        containing,
                        EnumSet.of(Directory.Kind.PERSON, Directory.Kind.GROUP),
                        from,
                        most,
                        signedIn.asker())
                .stream();
    }

    Map<Grantee, Directory.Named> names(Collection<Grantee> grantees) {
        return directory.named(grantees, signedIn.asker());
    }

    /** On whatever thread it is taken. */
    String markdown(Conversation conversation, Export.Wording wording, Asker asker) {
        return export.markdown(conversation.id(), wording, asker);
    }
}
