package io.opslore.guard;

import io.opslore.guard.QuestionRule.Fault;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules that questions are looked at by. What is changed holds at once. Thread-safe. */
@Service
@NeedsPermission(Permission.FILTER_MANAGE)
public class QuestionRules {

    /** Each is tried on every question. */
    private static final int MOST = 500;

    private final QuestionRuleRows rows;
    private final QuestionFilter filter;
    private final InjectionSigns signs;
    private final ApplicationEventPublisher events;

    QuestionRules(
            QuestionRuleRows rows,
            QuestionFilter filter,
            InjectionSigns signs,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.filter = filter;
        this.signs = signs;
        this.events = events;
    }

    /**
     * A page of the rules, by name.
     *
     * @param sought part of a name or pattern; empty for all
     */
    public List<QuestionRuleRow> rows(String sought, int offset, int limit, Asker asker) {
        return rows.page(sought, offset, limit);
    }

    /** How many {@link #rows} there are. */
    public int count(String sought, Asker asker) {
        return rows.count(sought);
    }

    /**
     * Adds a rule, or replaces the one with its id.
     *
     * @throws IllegalArgumentException for a rule with faults, or one too many
     */
    @Transactional
    public void put(QuestionRule rule, Asker asker) {
        List<Fault> faults = rule.faults();
        Optional<QuestionRule> before = rows.find(rule.id());
        if (!faults.isEmpty() || before.isEmpty() && rows.count("") >= MOST) {
            throw new IllegalArgumentException("Not a rule that can be kept: " + faults);
        }
        rows.put(rule);
        events.publishEvent(QuestionRuleChanged.put(before.orElse(null), rule, asker));
    }

    /** Takes a rule away; nothing happens where it is gone already. */
    @Transactional
    public void remove(UUID id, Asker asker) {
        rows.find(id)
                .ifPresent(rule -> {
                    rows.remove(id);
                    events.publishEvent(QuestionRuleChanged.removed(rule, asker));
                });
    }

    /** What becomes of questions with signs of an injection; empty where nobody looks for them. */
    public Optional<FilterAction> injectionAction(Asker asker) {
        return rows.injectionAction();
    }

    /**
     * Decides what becomes of questions with signs of an injection.
     *
     * @param action null to look for none
     */
    @Transactional
    public void injectionAction(@Nullable FilterAction action, Asker asker) {
        Optional<FilterAction> before = rows.injectionAction();
        rows.injectionAction(action);
        events.publishEvent(QuestionRuleChanged.injections(before.orElse(null), action, asker));
    }

    /** How often each shipped rule has found something, by its key. */
    public Map<String, Long> shipped(Asker asker) {
        Map<String, Long> hits = new LinkedHashMap<>();
        signs.keys().forEach(key -> hits.put(key, rows.hits(key)));
        return hits;
    }

    /** In how many answers something was kept back because it repeated the portal's own rules. */
    public long leaks(Asker asker) {
        return rows.hits(PromptLeaks.KEY);
    }

    /** The roles that a rule can be for. */
    public List<Role> roles(Asker asker) {
        return rows.roles();
    }

    /** What would be found in a question of somebody with this role; nothing is counted. */
    public List<FilterFinding> tryOut(String question, Role role, Asker asker) {
        return filter.findings(question, Set.of(role));
    }
}
