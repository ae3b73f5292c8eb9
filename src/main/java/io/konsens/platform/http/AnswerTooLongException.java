package io.konsens.platform.http;

import java.io.IOException;

/** An answer was longer than what we put up with: asking again would not help. */
public class AnswerTooLongException extends IOException {

    private static final long serialVersionUID = 1;

    AnswerTooLongException(long mostBytes) {
        super("The answer is longer than " + mostBytes + " bytes");
    }
}
