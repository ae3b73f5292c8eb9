-- Reviews that the CRM is to be told of: written with the step itself, sent afterwards, kept until they have arrived.
create table review_task (
    task_id       text primary key,
    manager_login text not null,
    subject       text not null,
    due           date,
    attempts      int not null,
    next_attempt  timestamptz not null,
    sent_at       timestamptz,
    error         text
);
create index review_task_waiting on review_task (next_attempt) where sent_at is null;
