package io.konsens.agreement.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.agreement.application.Notes;
import io.konsens.agreement.domain.NegotiationEvent;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.platform.CurrentCaller;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notes on a line: read by all who see the agreement, written by its rep and its manager. */
@RestController
@RequestMapping("/api/v1/agreements/{id}/lines/{lineId}/notes")
class NoteController {

    private final Notes notes;
    private final Organisation organisation;
    private final CurrentCaller caller;

    NoteController(Notes notes, Organisation organisation, CurrentCaller caller) {
        this.notes = notes;
        this.organisation = organisation;
        this.caller = caller;
    }

    /** @param mayAdd whether the caller may leave one more now */
    record NotesView(boolean mayAdd, List<NoteView> notes) {}

    /** @param name of whoever left it, as far as known */
    record NoteView(Instant at, String by, String name, int round, String text) {}

    @GetMapping
    NotesView all(@PathVariable String id, @PathVariable String lineId) {
        Notes.OnLine found = notes.on(id, lineId, caller.get());
        return new NotesView(
                found.mayAdd(), found.notes().stream().map(this::view).toList());
    }

    /** Body: {@code {text}}; all notes of the line afterwards. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NotesView add(@PathVariable String id, @PathVariable String lineId, @RequestBody JsonNode body) {
        notes.add(id, lineId, LineChanges.required(body, "text"), caller.get());
        return all(id, lineId);
    }

    private NoteView view(NegotiationEvent note) {
        return new NoteView(
                note.at(),
                note.by(),
                organisation.employeeByLogin(note.by()).map(Employee::name).orElse(note.by()),
                note.round(),
                String.valueOf(note.reason()));
    }
}
