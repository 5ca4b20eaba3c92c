package io.opslore.assistant.trial;

import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.models.ModelTask;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The questions that models are tried with. Thread-safe. */
@Service
@NeedsPermission(Permission.MODEL_MANAGE)
public class SavedQuestions {

    /** More would keep the model server busy for a working day. */
    public static final int MOST = 100;

    private static final int LONGEST = 4_000;

    private final QuestionRows rows;
    private final Masking masking;
    private final ApplicationEventPublisher events;

    SavedQuestions(QuestionRows rows, Masking masking, ApplicationEventPublisher events) {
        this.rows = rows;
        this.masking = masking;
        this.events = events;
    }

    /** For admins: in the order in which they were added. */
    public List<SavedQuestion> of(ModelTask task, int offset, int limit, Asker asker) {
        return rows.of(task, offset, limit);
    }

    /** For admins. */
    public int count(ModelTask task, Asker asker) {
        return rows.count(task);
    }

    /**
     * For admins. Secrets in it are masked before it is kept. Returns whether it was added: it is
     * not where it is empty, too long, or there are {@link #MOST} already.
     */
    public boolean add(ModelTask task, String text, Asker asker) {
        String question = masking.mask(text.strip(), MaskScope.PORTAL).text();
        if (question.isEmpty() || question.length() > LONGEST || rows.count(task) >= MOST) {
            return false;
        }
        SavedQuestion added = rows.add(task, question);
        events.publishEvent(TrialChanged.question("add", added.id(), task, asker));
        return true;
    }

    /** For admins. */
    public void remove(SavedQuestion question, Asker asker) {
        rows.remove(question.id());
        events.publishEvent(TrialChanged.question("remove", question.id(), question.task(), asker));
    }
}
