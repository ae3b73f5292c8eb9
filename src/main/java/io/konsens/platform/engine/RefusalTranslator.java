package io.konsens.platform.engine;

import io.konsens.platform.Refusal;
import io.konsens.platform.web.ProblemTexts;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The engine wraps what its listeners throw. This brings a {@link Refusal} out again as it was said; and where the engine's
 * own REST API is asking, as the exception that API turns into a status and a message in the user's language.
 */
@Component
class RefusalTranslator {

    private final ProblemTexts texts;

    RefusalTranslator(ProblemTexts texts) {
        this.texts = texts;
    }

    CommandInterceptor interceptor() {
        return new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                try {
                    return next.execute(command);
                } catch (RuntimeException e) {
                    throw translated(e);
                }
            }
        };
    }

    private RuntimeException translated(RuntimeException e) {
        boolean atEngineDoor = isAtEngineDoor();
        if (e instanceof OptimisticLockingException && atEngineDoor) {
            return atEngine(Refusal.conflict("step.changedMeanwhile"));
        }
        return refusalIn(e)
                .map(refusal -> atEngineDoor ? atEngine(refusal) : refusal)
                .orElse(e);
    }

    private RuntimeException atEngine(Refusal refusal) {
        // The task list takes messages for HTML, and a name in one may come from a file.
        String message = texts.summary(refusal, LocaleContextHolder.getLocale())
                .replace('<', '‹')
                .replace('>', '›');
        return new RestException(status(refusal.kind()), refusal, message);
    }

    /** JAX-RS has no 422, so what is invalid is a bad request there. */
    private static Status status(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> Status.NOT_FOUND;
            case FORBIDDEN -> Status.FORBIDDEN;
            case CONFLICT -> Status.CONFLICT;
            case INVALID -> Status.BAD_REQUEST;
        };
    }

    private static Optional<Refusal> refusalIn(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RestException) {
                return Optional.empty();
            }
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    private static boolean isAtEngineDoor() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && EngineDoors.isEngineDoor(attributes.getRequest());
    }
}
