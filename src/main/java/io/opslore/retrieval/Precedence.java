package io.opslore.retrieval;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Lets what people have uploaded go before what is built in the background. Thread-safe. */
@Component
class Precedence {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition quiet = lock.newCondition();
    private int working;

    void first(Runnable work) {
        change(1);
        try {
            work.run();
        } finally {
            change(-1);
        }
    }

    /**
     * Waits until nobody goes first, though not for longer than a moment: a portal that is busy all
     * day gets on with its building too.
     */
    void awaitTurn(Duration most) throws InterruptedException {
        long left = most.toNanos();
        lock.lockInterruptibly();
        try {
            while (working > 0 && left > 0) {
                left = quiet.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void change(int by) {
        lock.lock();
        try {
            working += by;
            if (working == 0) {
                quiet.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
