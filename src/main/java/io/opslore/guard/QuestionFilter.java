package io.opslore.guard;

import io.opslore.audit.AuditSettings;
import io.opslore.identity.Asker;
import io.opslore.identity.Authority;
import io.opslore.identity.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Looks at questions before they are asked: by the administrators' rules for the asker's roles, and
 * by the shipped signs of an injection. Thread-safe.
 */
@Service
public class QuestionFilter {

    private final QuestionRuleRows rows;
    private final InjectionSigns signs;
    private final Authority authority;
    private final AuditSettings audit;
    private final ApplicationEventPublisher events;

    QuestionFilter(
            QuestionRuleRows rows,
            InjectionSigns signs,
            Authority authority,
            AuditSettings audit,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.signs = signs;
        this.authority = authority;
        this.audit = audit;
        this.events = events;
    }

    /**
     * For rooms that answer on an asker's behalf. Whatever is found is counted and on the record.
     *
     * @param question without secrets
     */
    public Filtered judge(String question, Asker asker) {
        List<FilterFinding> findings = findings(question, authority.of(asker).roles());
        for (FilterFinding finding : findings) {
            rows.countHit(finding.rule());
            events.publishEvent(
                    QuestionFiltered.of(finding, audit.questionText() ? question : "", asker));
        }
        return Filtered.of(findings);
    }

    /** What is found in a question of somebody with these roles; nothing is counted. */
    List<FilterFinding> findings(String question, Set<Role> roles) {
        Stream<FilterFinding> own =
                rows.inForce().stream()
                        .filter(rule -> rule.role() == null || roles.contains(rule.role()))
                        .filter(rule -> rule.isFoundIn(question))
                        .map(QuestionFilter::finding);
        Stream<FilterFinding> shipped =
                rows.injectionAction().stream()
                        .flatMap(action ->
                                signs.in(question).stream()
                                        .map(key -> new FilterFinding(key, key, action, "", true)));
        return Stream.concat(own, shipped).toList();
    }

    private static FilterFinding finding(QuestionRule rule) {
        return new FilterFinding(
                rule.id().toString(), rule.name(), rule.action(), rule.message(), false);
    }
}
