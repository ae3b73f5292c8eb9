-- The revision that will count for each rep and period if everything under negotiation comes to its end: an adjustment as
-- soon as it is begun. Who asks what is still to be done asks this one; what counts now says agreement_in_force.
create view konsens.agreement_latest as
select distinct on (period_id, rep_id) agreement_id, period_id, rep_id, revision
from konsens.target_agreement
order by period_id, rep_id, (state <> 'WITHDRAWN') desc, revision desc;
