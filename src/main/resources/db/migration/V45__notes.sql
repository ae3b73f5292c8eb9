-- Notes are entries of the record; the grid asks how many each line has.
create index negotiation_event_notes on negotiation_event (agreement_id, line_id, event_id) where type = 'NOTED';
