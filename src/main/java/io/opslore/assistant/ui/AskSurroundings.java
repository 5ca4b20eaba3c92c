package io.opslore.assistant.ui;

import io.opslore.assistant.CitedSources;
import io.opslore.assistant.Comparisons;
import io.opslore.assistant.LookingChoice;
import io.opslore.assistant.PastedTexts;
import io.opslore.assistant.quick.QuickTasks;
import io.opslore.guard.Allowances;
import io.opslore.library.Spaces;
import io.opslore.models.Models;
import io.opslore.models.TaskModels;
import org.springframework.stereotype.Component;

/** What asking needs to know around a conversation. */
@Component
record AskSurroundings(
        CitedSources sources,
        Comparisons comparisons,
        Models models,
        TaskModels tasks,
        Spaces spaces,
        Allowances allowances,
        QuickTasks quickTasks,
        PastedTexts pasted,
        LookingChoice looking) {}
