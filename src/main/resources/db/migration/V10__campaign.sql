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
