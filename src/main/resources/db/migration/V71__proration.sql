-- Who joins or leaves within a period plans for the days they work, at a share of the whole (pro rata temporis).
alter table employee
    add column entry_date date,
    add column exit_date  date,
    add check (entry_date <= exit_date);

-- The span an agreement applies to, where that is not its whole period; as it was when its lines were prepared.
create table proration (
    agreement_id text primary key references target_agreement,
    first_day    date not null,
    last_day     date not null,
    method       text not null check (method in ('MONTHS', 'DAYS')),
    part         int not null,
    whole        int not null,
    check (first_day <= last_day),
    check (part between 0 and whole and whole > 0)
);
