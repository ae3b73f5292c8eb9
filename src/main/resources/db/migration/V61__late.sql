-- Agreements that threaten to come too late to motivate anybody, or have. Each level is told of once.
-- standing: whether it still was so when last looked at.
create table agreement_late (
    agreement_id text not null references target_agreement,
    level        text not null check (level in ('AT_RISK', 'LAST_CHANCE', 'TOO_LATE')),
    line         date not null,
    found_at     timestamptz not null,
    standing     boolean not null,
    primary key (agreement_id, level)
);
