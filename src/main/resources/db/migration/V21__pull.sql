-- An import that nobody started but the clock: one for each time it is due, whichever node was first.
alter table import_job add column scheduled_for timestamptz unique;
