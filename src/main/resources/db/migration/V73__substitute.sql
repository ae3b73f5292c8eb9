-- Who stands in for whom, from the first to the last day, both included, in the customer's zone. in_task_list: whether the
-- task list shows it already, or still.
create table substitution (
    substitution_id text primary key,
    absent_id       text not null references employee,
    substitute_id   text not null references employee,
    first_day       date not null,
    last_day        date not null,
    named_by        text not null,
    named_at        timestamptz not null,
    ended_by        text,
    ended_at        timestamptz,
    in_task_list    boolean not null default false,
    check (first_day <= last_day),
    check (absent_id != substitute_id)
);
create index substitution_absent on substitution (absent_id, last_day);
create index substitution_substitute on substitution (substitute_id, last_day);

-- A step somebody handed over to somebody else, as long as it is with them.
create table delegation (
    agreement_id text not null references target_agreement,
    step         text not null,
    principal_id text not null references employee,
    delegate_id  text not null references employee,
    primary key (agreement_id, step)
);
create index delegation_delegate on delegation (delegate_id);

-- The user id of the one somebody stood in for; null where people acted for themselves.
alter table negotiation_event add column on_behalf_of text;
alter table confirmation add column on_behalf_of text;
