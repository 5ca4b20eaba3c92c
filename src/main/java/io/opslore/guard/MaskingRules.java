package io.opslore.guard;

import io.opslore.guard.RuleRefused.Reason;
import io.opslore.guard.masking.OwnPatterns;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What admins add to the rules that are shipped, and which values are no secrets here. A change
 * holds at once; texts that are kept already are another matter: {@link Masking#version} tells that
 * they may have to be masked again. Thread-safe.
 */
@Service
@NeedsPermission(Permission.MASKING_MANAGE)
public class MaskingRules {

    private final MaskingRows rows;
    private final MaskingInForce inForce;
    private final Masking masking;
    private final ApplicationEventPublisher events;

    MaskingRules(
            MaskingRows rows,
            MaskingInForce inForce,
            Masking masking,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.inForce = inForce;
        this.masking = masking;
        this.events = events;
    }

    /** By name. */
    public List<OwnRule> rules(int offset, int limit, Asker asker) {
        return rows.rules(offset, limit);
    }

    /** How many {@link #rules} there are. */
    public int countRules(Asker asker) {
        return rows.countRules();
    }

    /**
     * @throws RuleRefused for a name, kind or expression that does not do
     */
    @Transactional
    public OwnRule add(String name, String kind, String expression, Asker asker) {
        OwnRule rule = new OwnRule(UUID.randomUUID(), name.strip(), kind.strip(), expression);
        put(rule);
        events.publishEvent(
                MaskingChanged.rule(
                        "add", rule, Map.of("after", MaskingChanged.said(rule)), asker));
        return rule;
    }

    /**
     * @param rule with the id of one that is there
     * @throws RuleRefused for a name, kind or expression that does not do
     */
    @Transactional
    public void edit(OwnRule rule, Asker asker) {
        rows.nextVersion();
        OwnRule before = rows.rule(rule.id()).orElseThrow(MaskingRules::gone);
        put(rule);
        var details =
                Map.of("before", MaskingChanged.said(before), "after", MaskingChanged.said(rule));
        events.publishEvent(MaskingChanged.rule("edit", rule, details, asker));
    }

    /** Does nothing where it is gone already. */
    @Transactional
    public void remove(UUID rule, Asker asker) {
        rows.nextVersion();
        rows.rule(rule)
                .ifPresent(before -> {
                    rows.removeRule(rule);
                    var details = Map.of("before", MaskingChanged.said(before));
                    events.publishEvent(MaskingChanged.rule("remove", before, details, asker));
                });
    }

    /** The newest first. */
    public List<AllowedValue> allowed(int offset, int limit, Asker asker) {
        return rows.allowed(offset, limit);
    }

    /** How many {@link #allowed} there are. */
    public int countAllowed(Asker asker) {
        return rows.countAllowed();
    }

    /**
     * From now on the value is no secret, wherever it stands. It is not kept itself.
     *
     * @throws RuleRefused for a value that is too short or allowed already
     */
    @Transactional
    public void allow(String value, String note, Asker asker) {
        if (value.strip().length() < 3) {
            throw new RuleRefused(Reason.VALUE, "shorter than three characters");
        }
        UUID id = UUID.randomUUID();
        rows.nextVersion();
        if (!rows.allow(id, inForce.hash(value.strip()), note.strip())) {
            throw new RuleRefused(Reason.ALLOWED_ALREADY, "allowed already");
        }
        events.publishEvent(MaskingChanged.allowed("add", id, note.strip(), asker));
    }

    /** From now on the value is like any other. Does nothing where it is so already. */
    @Transactional
    public void disallow(UUID allowed, Asker asker) {
        rows.nextVersion();
        rows.allowed(allowed)
                .ifPresent(before -> {
                    rows.removeAllowed(allowed);
                    events.publishEvent(
                            MaskingChanged.allowed("remove", allowed, before.note(), asker));
                });
    }

    /**
     * What would be masked in a text now, and by which rule. Nothing of it is kept.
     *
     * @param fileName empty where there is none
     */
    public Trial trial(String text, String fileName, Asker asker) {
        return masking.trial(text, fileName);
    }

    private void put(OwnRule rule) {
        check(rule);
        rows.nextVersion();
        if (rows.named(rule.name(), rule.id())) {
            throw new RuleRefused(Reason.NAME_TAKEN, rule.name());
        }
        rows.put(rule);
    }

    private static void check(OwnRule rule) {
        if (rule.name().isBlank() || rule.name().length() > 100) {
            throw new RuleRefused(Reason.NAME, rule.name());
        }
        if (!rule.kind().matches("[a-z][a-z0-9]{0,39}(-[a-z0-9]{1,20}){0,5}")
                || rule.kind().length() > 40) {
            throw new RuleRefused(Reason.KIND, rule.kind());
        }
        if (rule.expression().isBlank() || rule.expression().length() > 2000) {
            throw new RuleRefused(Reason.EXPRESSION, "empty, or longer than 2000 characters");
        }
        OwnPatterns.fault(rule.expression())
                .ifPresent(fault -> {
                    throw new RuleRefused(Reason.EXPRESSION, fault);
                });
        if (OwnPatterns.matchesNothing(rule.expression())) {
            throw new RuleRefused(Reason.MATCHES_NOTHING, rule.expression());
        }
    }

    private static RuleRefused gone() {
        return new RuleRefused(Reason.GONE, "not there any more");
    }
}
