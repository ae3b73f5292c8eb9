-- A target that was agreed is changed only by another agreement (a later revision), which both sides confirm. Until they
-- have, the earlier one stays in force; what was agreed, its record and its way into the systems stay for ever.
alter table konsens.target_agreement
    add column adjusts           text references konsens.target_agreement,
    add column effective_from    date,
    add column adjustment_reason text,
    add check ((revision = 1) = (adjusts is null)),
    add check ((adjusts is null) = (effective_from is null) and (adjusts is null) = (adjustment_reason is null)),
    drop constraint target_agreement_period_id_rep_id_key,
    add unique (period_id, rep_id, revision);

-- One attempt at a time, and no second one once the first was agreed: that one would have to be adjusted then.
create unique index target_agreement_adjusts on konsens.target_agreement (adjusts) where state <> 'WITHDRAWN';

alter table konsens.plan_line
    -- The line of an earlier revision under whose id the systems know this figure; null if this revision began with it.
    add column former_line_id text references konsens.plan_line,
    -- What it was agreed to be so far, and how much of that is for days gone by then (null where that cannot be said).
    add column former_agreed  numeric(15, 2),
    add column former_elapsed numeric(15, 2);

-- The one place that says which revision counts, for each rep and period: what was agreed or assigned last; as long as
-- nothing was, the only one there is. An adjustment under negotiation never counts, nor one that came to nothing.
create view konsens.agreement_in_force as
select distinct on (period_id, rep_id) agreement_id, period_id, rep_id, revision
from konsens.target_agreement
order by period_id, rep_id, (state in ('AGREED', 'HANDED_OVER', 'ASSIGNED')) desc, (state <> 'WITHDRAWN') desc, revision desc;
