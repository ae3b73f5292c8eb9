package io.konsens.platform.web;

import io.konsens.platform.ProblemTexts;
import io.konsens.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What our pages refuse, told by the error page. What {@link ProblemAdvice} answers does not come here. */
@ControllerAdvice(annotations = Controller.class)
class PageAdvice {

    private final ProblemTexts texts;

    PageAdvice(ProblemTexts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    void refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(ErrorAnswers.SAID, texts.summary(refusal, LocaleContextHolder.getLocale()));
        response.sendError(refusal.kind().status());
    }

    @ExceptionHandler
    void forbidden(AuthorizationException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refused(Refusal.forbidden("refusal.notYours"), request, response);
    }
}
