-- Answers "since when is an agreement in its present state" for thousands at once from the index alone.
create index negotiation_event_state on negotiation_event (agreement_id, at) where type in ('CREATED', 'STATE_CHANGED');
