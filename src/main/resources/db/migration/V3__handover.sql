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
    status       text not null check (status in ('ACCEPTED', 'REJECTED', 'FAILED')),
    remote_id    text,
    error        text,
    attempts     int not null,
    changed_at   timestamptz not null,
    primary key (system, agreement_id, line_id, revision)
);
