package io.opslore.shell;

import io.opslore.audit.Actor;
import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.ProviderProblem;
import java.util.Map;

/** Somebody came back from a provider and was not let in, or could not be sent there. */
record ProviderSignInRefused(String provider, ProviderProblem problem, String detail)
        implements Auditable {

    @Override
    public AuditRecord audited() {
        return AuditRecord.refused(
                "sign-in.refuse",
                Actor.stranger(""),
                new Subject("provider", provider, provider),
                Map.of("problem", problem.key(), "detail", detail));
    }
}
