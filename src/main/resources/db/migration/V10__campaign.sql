-- The planning campaign of a period, and whom it is to start an agreement for. A campaign is started in the background:
-- an entry is locked, its agreement and process begun and the entry marked in one transaction, so that a node that dies
-- leaves it waiting for the next one.
create table campaign (
    period_id  text primary key references planning_period,
    started_by text not null,
    started_at timestamptz not null
);

create table campaign_entry (
    period_id  text not null references campaign,
    rep_id     text not null references employee,
    state      text not null check (state in ('WAITING', 'PREPARED', 'FAILED', 'CANCELLED')),
    error      text,
    changed_at timestamptz not null,
    primary key (period_id, rep_id)
);
create index campaign_entry_waiting on campaign_entry (period_id, rep_id) where state = 'WAITING';

-- What management expects from an org unit (top-down), beside what its people will plan (bottom-up).
create table expectation (
    period_id  text not null references planning_period,
    org_unit   text not null,
    metric     text not null references metric,
    amount     numeric(15, 2) not null check (amount >= 0),
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (period_id, org_unit, metric)
);

-- What the team is told about a period before and while it plans. Only what is published is shown to it.
create table announcement (
    period_id    text primary key references planning_period,
    text_de      text not null,
    text_en      text not null,
    changed_by   text not null,
    changed_at   timestamptz not null,
    published_at timestamptz
);
