package io.konsens.planning.remote;

import io.konsens.platform.http.AnswerTooLongException;
import io.konsens.platform.http.RefusedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/**
 * How long to put up with a system that is busy.
 *
 * @param firstWait each one after it takes twice as long, up to half a minute
 * @param total after this, nothing is waited for any longer
 */
record Patience(Duration firstWait, Duration total) {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 3;

    interface Call<T> {

        T answer() throws IOException;
    }

    /** Reads once more, and a last time, after what may be gone in a moment. Only for what changes nothing. */
    <T> T read(Call<T> call) throws IOException {
        Waits waits = waits("an answer");
        for (int attempt = 1; ; attempt++) {
            try {
                return call.answer();
            } catch (IOException e) {
                if (attempt == ATTEMPTS || !mayPass(e) || !waits.nextAsAsked(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean mayPass(IOException e) {
        return e instanceof RefusedException refused ? refused.mayPass() : !(e instanceof AnswerTooLongException);
    }

    Waits waits(String what) {
        return new Waits(what);
    }

    final class Waits {

        private final String what;
        private Duration next = firstWait;
        private Duration left = total;

        private Waits(String what) {
            this.what = what;
        }

        /**
         * Waits as long as the system asks for, or as long as it is its turn if it does not say.
         *
         * @return false if that is longer than we put up with, without having waited
         */
        private boolean nextAsAsked(IOException e) throws IOException {
            Duration asked = e instanceof RefusedException refused ? refused.retryAfter() : null;
            if (asked != null && asked.compareTo(left) > 0) {
                return false;
            }
            if (asked != null && asked.compareTo(next) > 0) {
                next = asked;
            }
            next();
            return true;
        }

        /** @throws IOException if it takes too long */
        void next() throws IOException {
            if (left.isNegative() || left.isZero()) {
                throw new IOException("Waited " + total.toMinutes() + " minutes for " + what);
            }
            try {
                Thread.sleep(next.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Interrupted while waiting for " + what);
            }
            left = left.minus(next);
            next = next.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : next.multipliedBy(2);
        }
    }
}
