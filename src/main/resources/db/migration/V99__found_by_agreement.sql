-- What belongs to an agreement is asked for agreement by agreement. Closed lines do, too: the index of open ones does not
-- find them, so that all lines of all agreements were read.
create index plan_line_agreement on konsens.plan_line (agreement_id, position);
create index handover_ledger_agreement on konsens.handover_ledger (agreement_id, revision);
create index handover_difference_agreement on konsens.handover_difference (agreement_id);
