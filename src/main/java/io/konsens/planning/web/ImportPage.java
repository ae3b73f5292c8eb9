package io.konsens.planning.web;

import io.konsens.planning.imports.Dialect;
import io.konsens.planning.imports.ImportKind;
import io.konsens.planning.imports.ImportTemplates;
import io.konsens.planning.imports.Imports;
import io.konsens.planning.persistence.StockMapper;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where process owners bring data in. */
@Controller
class ImportPage {

    private final StockMapper stock;
    private final CurrentCaller caller;

    ImportPage(StockMapper stock, CurrentCaller caller) {
        this.stock = stock;
        this.caller = caller;
    }

    @GetMapping("/imports")
    String page(Model model) {
        Imports.requireProcessOwner(caller.get());
        model.addAttribute(
                "kinds",
                Arrays.stream(ImportKind.values()).map(ImportKind::path).toList());
        model.addAttribute("counts", stock.counts());
        model.addAttribute("years", stock.years());
        return "imports";
    }

    /** A file with the right header and one row to show how each column is written. */
    @GetMapping("/imports/templates/{kind}.csv")
    ResponseEntity<byte[]> template(@PathVariable String kind, @RequestParam String dialect) {
        ImportKind what = ImportKind.of(kind).orElseThrow(Refusal::notFound);
        Dialect how = dialect.toUpperCase(Locale.ROOT).equals("DE") ? Dialect.DE : Dialect.EN;
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(what.path() + ".csv")
                                .build()
                                .toString())
                .body(ImportTemplates.template(what, how).getBytes(StandardCharsets.UTF_8));
    }
}
