-- The negotiation: one row per agreement, one per figure, one per thing that ever happened to either.

create table target_agreement (
    agreement_id    text primary key,
    period_id       text not null references planning_period,
    rep_id          text not null references employee,
    manager_id      text not null references employee,
    revision        int not null,
    state           text not null check (state in ('PLANNING', 'REVIEW', 'RESPONSE', 'ALIGNMENT', 'DISPUTE',
                        'CONFIRMATION', 'AGREED', 'HANDED_OVER', 'ASSIGNED', 'WITHDRAWN')),
    round           int not null,
    rounds_allowed  int not null,
    reopened        boolean not null,
    currency        char(3) not null,
    process_version int not null,
    step_due        timestamptz,
    created_at      timestamptz not null,
    unique (period_id, rep_id)
);
create index target_agreement_manager on target_agreement (manager_id);
create index target_agreement_rep on target_agreement (rep_id);

-- The version of each decision table an agreement began with and keeps.
create table agreement_rule (
    agreement_id text not null references target_agreement,
    decision_key text not null,
    version      int not null,
    primary key (agreement_id, decision_key)
);

-- plan, proposal and agreed: null means no input yet, 0 means no potential.
create table plan_line (
    line_id          text primary key,
    agreement_id     text not null references target_agreement,
    position         int not null,
    metric           text not null references metric,
    account_id       text references account,
    product_group    text,
    set_by           text not null check (set_by in ('REP', 'MANAGER')),
    baseline         numeric(15, 2),
    plan             numeric(15, 2),
    plan_comment     text,
    plausibility     text not null check (plausibility in ('OK', 'WARN', 'REASON_REQUIRED')),
    plausibility_rule text,
    proposal         numeric(15, 2),
    proposal_reason  text,
    proposal_round   int,
    response         text check (response in ('ACCEPT', 'REJECT')),
    response_comment text,
    agreed           numeric(15, 2),
    version          int not null
);
create unique index plan_line_subject on plan_line (agreement_id, metric, coalesce(account_id, ''), coalesce(product_group, ''));

create table negotiation_event (
    event_id         bigint generated always as identity primary key,
    agreement_id     text not null references target_agreement,
    at               timestamptz not null,
    by               text not null,
    type             text not null,
    line_id          text references plan_line,
    from_value       text,
    to_value         text,
    reason           text,
    round            int not null,
    process_version  int not null,
    decision_key     text,
    decision_version int,
    decision_rule_id text
);
create index negotiation_event_agreement on negotiation_event (agreement_id, event_id);

create table confirmation (
    agreement_id text not null references target_agreement,
    revision     int not null,
    role         text not null check (role in ('REP', 'MANAGER')),
    by           text not null,
    at           timestamptz not null,
    sha256       char(64) not null,
    primary key (agreement_id, revision, role)
);

-- The record of a negotiation is evidence: it can be added to, never rewritten.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
    raise exception 'The negotiation record is append-only';
end $$;
create trigger negotiation_event_append_only before update or delete on negotiation_event
    for each row execute function refuse_rewriting();
