-- What has arrived in which system: one row per line, system and revision. The key to the outside world is
-- agreement and line, without revision: a later revision overwrites the figure there, never duplicates it.
-- No foreign keys: the ledger is written in transactions of its own, which would wait for whoever holds the agreement,
-- be it the very caller; and what another system has taken stays true whatever becomes of the agreement here.
create table handover_ledger (
    system       text not null,
    agreement_id text not null,
    line_id      text not null,
    revision     int not null,
    payload_hash char(64) not null,
    status       text not null check (status in ('ACCEPTED', 'REJECTED', 'PENDING', 'FAILED')),
    remote_id    text,
    error        text,
    attempts     int not null,
    changed_at   timestamptz not null,
    primary key (system, agreement_id, line_id, revision)
);

-- Runs that compare what the systems hold with what they accepted. At most one at a time.
create table reconciliation (
    reconciliation_id bigint generated always as identity primary key,
    started_by        text,
    started_at        timestamptz not null,
    -- Of the last agreement looked at: a run that has not been heard of for long went down with its node.
    changed_at        timestamptz not null,
    finished_at       timestamptz,
    checked           int not null,
    total             int not null,
    error             text
);
create unique index reconciliation_running on reconciliation ((true)) where finished_at is null;

-- Where a system holds something else than it accepted, as of the last look at that agreement.
create table handover_difference (
    system          text not null,
    agreement_id    text not null,
    external_key    text not null,
    line_id         text,
    kind            text not null check (kind in ('MISSING', 'DIFFERENT', 'EXTRA')),
    expected        numeric,
    found           numeric,
    found_currency  text,
    found_at        timestamptz not null,
    primary key (system, agreement_id, external_key)
);
