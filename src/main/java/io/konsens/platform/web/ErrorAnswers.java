package io.konsens.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What nobody else has answered: a page for people, problem details for programs. Neither tells how we work inside. */
@Controller
@RequestMapping("/error")
class ErrorAnswers implements ErrorController {

    /** Request attribute: the text somebody has already found for this error. */
    static final String SAID = ErrorAnswers.class.getName();

    private static final Set<Integer> KNOWN = Set.of(400, 401, 403, 404, 405, 413, 415);

    private final MessageSource messages;

    ErrorAnswers(MessageSource messages) {
        this.messages = messages;
    }

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    String page(HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(status(request));
        String kind = kind(status(request));
        model.addAttribute("title", text("error." + kind));
        model.addAttribute("text", said(request, kind));
        return "error";
    }

    @RequestMapping
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        int status = status(request);
        ProblemDetail detail =
                ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), said(request, kind(status)));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private String said(HttpServletRequest request, String kind) {
        return request.getAttribute(SAID) instanceof String text ? text : text("error." + kind + ".text");
    }

    private String text(String code) {
        return messages.getMessage(code, null, LocaleContextHolder.getLocale());
    }

    private static String kind(int status) {
        return KNOWN.contains(status) ? String.valueOf(status) : "other";
    }

    /** Asked for without an error, the page does not exist. */
    private static int status(HttpServletRequest request) {
        @Nullable Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code ? code : 404;
    }
}
