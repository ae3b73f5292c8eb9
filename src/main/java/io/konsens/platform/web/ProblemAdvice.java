package io.konsens.platform.web;

import io.konsens.platform.ProblemTexts;
import io.konsens.platform.Refusal;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Everything our API refuses, as problem details (RFC 9457) in the caller's language; never a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(annotations = RestController.class)
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemTexts texts;
    private final MessageSource messages;

    ProblemAdvice(ProblemTexts texts, MessageSource messages) {
        this.texts = texts;
        this.messages = messages;
    }

    /** One entry of the list of errors: row and field are null where they do not apply. */
    record ErrorView(@Nullable Integer row, @Nullable String field, String message) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        var locale = LocaleContextHolder.getLocale();
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(refusal.kind().status()), texts.summary(refusal, locale));
        List<ErrorView> errors = refusal.problems().stream()
                .map(problem -> new ErrorView(problem.row(), problem.field(), texts.text(problem, locale)))
                .toList();
        detail.setProperty("errors", errors);
        refusal.members().forEach(detail::setProperty);
        return answer(detail);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> changedMeanwhile(OptimisticLockingException e) {
        return refused(Refusal.conflict("step.changedMeanwhile"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> engineForbids(AuthorizationException e) {
        return refused(Refusal.forbidden("refusal.notYours"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e) {
        return answer(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, message("request.unreadable")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException e) {
        return answer(ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, message("request.wrongValue", e.getName(), String.valueOf(e.getValue()))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e) {
        if (e instanceof ErrorResponse response) {
            HttpStatusCode status = response.getStatusCode();
            return answer(ProblemDetail.forStatusAndDetail(
                    status,
                    status.is4xxClientError() ? response.getBody().getDetail() : message("request.failed", "")));
        }
        String id = UUID.randomUUID().toString();
        log.error("Request failed, {}", id, e);
        return answer(
                ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, message("request.failed", id)));
    }

    private String message(String code, Object... args) {
        return messages.getMessage(code, args, LocaleContextHolder.getLocale());
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail) {
        return ResponseEntity.status(detail.getStatus()).body(detail);
    }
}
