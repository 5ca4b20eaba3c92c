package io.opslore.assistant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Cuts off, before the first question comes in, what a portal that was killed left unfinished. */
@Component
class UnfinishedAnswers implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(UnfinishedAnswers.class);

    private final AnswerLedger ledger;

    UnfinishedAnswers(AnswerLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void afterSingletonsInstantiated() {
        int found = ledger.cutOffUnfinished();
        if (found > 0) {
            log.info("{} answers were unfinished when the portal stopped; kept as cut off", found);
        }
    }
}
