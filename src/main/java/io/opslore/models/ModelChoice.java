package io.opslore.models;

import io.opslore.models.ModelServer.InstalledModel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Chooses the model that answers. */
final class ModelChoice {

    /** Made for something else than answering people; taken when nothing else is there. */
    private static final Pattern SPECIAL =
            Pattern.compile(
                    "code|coder|math|guard|vision|[-_]vl|ocr|translat|base",
                    Pattern.CASE_INSENSITIVE);

    private ModelChoice() {}

    /**
     * The wanted one where it is named (a name without a tag means {@code latest}); else one for
     * general use before a special one, and the one that the server lists first, which is the
     * newest there.
     */
    static Optional<String> of(List<InstalledModel> installed, String wanted) {
        return installed.stream()
                .filter(InstalledModel::chats)
                .map(InstalledModel::name)
                .filter(name -> wanted.isEmpty() || ModelName.same(name, wanted))
                .min(Comparator.comparing(name -> SPECIAL.matcher(name).find()));
    }

    /**
     * The model for what has none of its own: the general task's, else any. Where a setting names
     * it, that one and no other: whoever has named it wants to know who answers.
     */
    static Optional<String> general(
            List<InstalledModel> installed, TaskSetup general, ModelsSettings settings) {
        return settings.chatModel().isEmpty()
                ? of(installed, general.model()).or(() -> of(installed, ""))
                : of(installed, settings.chatModel());
    }
}
