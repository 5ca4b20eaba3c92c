package io.opslore.guard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.opslore.guard.Allowances;
import io.opslore.guard.EffectiveLimits;
import io.opslore.guard.Limit;
import io.opslore.guard.Limits;
import io.opslore.guard.Period;
import io.opslore.guard.Usage;
import io.opslore.identity.Asker;
import io.opslore.identity.SignedIn;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What a person may use, what is left of it, and what they have used lately. */
@Route("account/usage")
@RolesAllowed(SignedIn.USER)
class UsageView extends Div implements HasDynamicTitle {

    private static final int DAYS = 30;

    private final Asker asker;

    UsageView(Allowances allowances, Limits limits, Usage usage, SignedIn signedIn) {
        asker = signedIn.asker();
        addClassNames("page", "usage-page");
        add(
                new H1(getTranslation("usage.mine.title")),
                new Paragraph(getTranslation("usage.mine.hint")),
                bars(allowances, limits.effective(asker)),
                new H2(getTranslation("usage.mine.lately")),
                chart(usage));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("usage.mine.title") + " · OpsLore";
    }

    private Div bars(Allowances allowances, EffectiveLimits effective) {
        Div bars = new Div();
        bars.addClassName("limit-bars");
        allowances.of(asker).forEach(standing -> bars.add(new LimitBar(standing)));
        bars.add(
                LimitBar.of(effective.value(Limit.CONTEXT_TOKENS)),
                LimitBar.of(effective.value(Limit.UPLOAD_BYTES)));
        return bars;
    }

    private MetricChart chart(Usage usage) {
        var chart = new MetricChart();
        Period period = Period.upTo(LocalDate.now(ZoneOffset.UTC), DAYS);
        chart.show(getTranslation("usage.you"), usage.own(period, asker));
        return chart;
    }
}
