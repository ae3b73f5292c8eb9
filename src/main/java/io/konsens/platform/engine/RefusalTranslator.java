package io.konsens.platform.engine;

import io.konsens.platform.ProblemTexts;
import io.konsens.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The engine wraps what its listeners throw. This brings a {@link Refusal} out again as it was said; and where the engine's
 * own REST API is asking, as the finished answer: everything else that API would put into English words of its own.
 */
@Component
class RefusalTranslator {

    private final ProblemTexts texts;

    /** Not there yet when the engine is configured. */
    private final ObjectProvider<LocaleResolver> localeResolver;

    RefusalTranslator(ProblemTexts texts, ObjectProvider<LocaleResolver> localeResolver) {
        this.texts = texts;
        this.localeResolver = localeResolver;
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
        Optional<WebApplicationException> said = cause(e, WebApplicationException.class);
        if (said.isPresent()) {
            return said.get();
        }
        Optional<Refusal> refusal = cause(e, Refusal.class);
        return engineDoor()
                .flatMap(request -> refusal.or(() -> refusalFor(e)).map(refused -> answer(refused, request)))
                .or(() -> refusal)
                .orElse(e);
    }

    /** What the engine's API would call an internal error, but is none. */
    private static Optional<Refusal> refusalFor(RuntimeException e) {
        if (e instanceof OptimisticLockingException) {
            return Optional.of(Refusal.conflict("step.changedMeanwhile"));
        }
        if (e instanceof TaskAlreadyClaimedException) {
            return Optional.of(Refusal.conflict("task.claimed"));
        }
        boolean taskIsGone = e instanceof NullValueException
                && String.valueOf(e.getMessage()).startsWith("Cannot find task");
        return taskIsGone ? Optional.of(Refusal.notFound()) : Optional.empty();
    }

    private RuntimeException answer(Refusal refusal, HttpServletRequest request) {
        Locale locale = localeResolver.getObject().resolveLocale(request);
        ExceptionDto body = new ExceptionDto();
        body.setType("Refusal");
        // The task list takes messages for HTML, and a name in one may come from a file.
        body.setMessage(texts.summary(refusal, locale).replace('<', '‹').replace('>', '›'));
        return new WebApplicationException(
                refusal,
                Response.status(refusal.kind().status())
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(body)
                        .build());
    }

    private static <E extends RuntimeException> Optional<E> cause(Throwable e, Class<E> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static Optional<HttpServletRequest> engineDoor() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest()).filter(EngineDoors::isEngineDoor)
                : Optional.empty();
    }
}
