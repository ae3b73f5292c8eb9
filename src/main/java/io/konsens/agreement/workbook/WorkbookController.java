package io.konsens.agreement.workbook;

import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.application.ChangeLines;
import io.konsens.agreement.application.Metrics;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.agreement.web.Allowed;
import io.konsens.platform.Caller;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * The plan as a workbook: fetched, and brought back for a preview. The preview changes nothing; what is chosen from it goes
 * the way of all changes, {@code POST /api/v1/agreements/{id}/lines}, all or nothing.
 */
@RestController
@RequestMapping("/api/v1/agreements/{id}/workbook")
class WorkbookController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final AgreementAccess access;
    private final ChangeLines changeLines;
    private final Metrics metrics;
    private final PlanWorkbook workbooks;
    private final PreviewViews views;
    private final CurrentCaller caller;

    WorkbookController(
            AgreementAccess access,
            ChangeLines changeLines,
            Metrics metrics,
            PlanWorkbook workbooks,
            PreviewViews views,
            CurrentCaller caller) {
        this.access = access;
        this.changeLines = changeLines;
        this.metrics = metrics;
        this.workbooks = workbooks;
        this.views = views;
        this.caller = caller;
    }

    @GetMapping
    ResponseEntity<byte[]> download(@PathVariable String id, Locale locale) {
        TargetAgreement agreement = access.visible(id, caller.get());
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(id + ".xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(workbooks.write(agreement, step(agreement), locale));
    }

    /** What the workbook would change, line by line; nothing is changed yet. */
    @PostMapping
    PreviewViews.PreviewView preview(@PathVariable String id, @RequestParam MultipartFile file, Locale locale)
            throws IOException {
        Caller me = caller.get();
        TargetAgreement agreement = access.visible(id, me);
        ReturnedWorkbook workbook = read(file);
        if (!workbook.agreementId().equals(id)) {
            throw Refusal.invalid("workbook.otherAgreement", workbook.agreementId());
        }
        WorkbookStep step = step(agreement);
        if (step != workbook.step() || step == WorkbookStep.VIEWING) {
            throw Refusal.conflict("workbook.otherStep", workbook.step(), agreement.state());
        }
        Comparison comparison = new Comparison(agreement, metrics.byId(), workbook, changeLines.trial(id, me)::of);
        return views.view(comparison.rows(), workbook.rows().size(), locale);
    }

    private WorkbookStep step(TargetAgreement agreement) {
        return WorkbookStep.of(Allowed.in(agreement, access.viewer(caller.get(), agreement), false));
    }

    private static ReturnedWorkbook read(MultipartFile file) throws IOException {
        Path copy = Files.createTempFile("plan-", ".xlsx");
        try {
            file.transferTo(copy);
            return ReturnedWorkbook.read(copy);
        } finally {
            Files.delete(copy);
        }
    }
}
