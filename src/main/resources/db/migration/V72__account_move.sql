-- An account that changes hands while agreements run: its lines stay in the former owner's agreement, closed from a day and
-- without figures, and go on in the new owner's.
alter table plan_line
    add column closed_on date,
    add column came_from text references plan_line;

-- An account may come back: only one open line about the same.
drop index plan_line_subject;
create unique index plan_line_subject
    on plan_line (agreement_id, metric, coalesce(account_id, ''), coalesce(product_group, '')) where closed_on is null;
create index plan_line_account on plan_line (account_id) where closed_on is null;
