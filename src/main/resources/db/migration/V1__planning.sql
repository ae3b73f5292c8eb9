-- The sales organisation, what it sells, and what it sold: the ground every agreement stands on.
-- Flyway keeps our tables in schema "konsens"; the engine keeps its own in the connection's default schema.

create table planning_period (
    period_id     text primary key,
    start_date    date not null,
    end_date      date not null,
    currency      char(3) not null,
    baseline_from date not null,
    baseline_to   date not null,
    check (start_date < end_date),
    check (baseline_from <= baseline_to)
);

create table employee (
    employee_id text primary key,
    login       text not null unique,
    name        text not null,
    email       text not null,
    role        text not null check (role in ('rep', 'manager')),
    manager_id  text references employee deferrable initially deferred,
    org_unit    text not null,
    seniority   text,
    language    text check (language in ('de', 'en'))
);
create index employee_manager on employee (manager_id);

create table account (
    account_id text primary key,
    name       text not null,
    segment    text,
    country    text,
    owner_id   text references employee
);
create index account_owner on account (owner_id);

create table product (
    product_id    text primary key,
    name          text not null,
    product_group text not null
);

-- position: an order may name the same product more than once.
create table order_line (
    order_id    text not null,
    product_id  text not null references product,
    position    int not null,
    order_date  date not null,
    account_id  text not null references account,
    employee_id text references employee,
    quantity    numeric(15, 3) not null,
    net_amount  numeric(15, 2) not null,
    currency    char(3) not null,
    primary key (order_id, product_id, position)
);
-- Answers "what did this account buy in this window" from the index alone.
create index order_line_history on order_line (account_id, order_date) include (product_id, net_amount, quantity, currency);

create table metric (
    metric_id       text primary key,
    name_de         text not null,
    name_en         text not null,
    unit            text not null check (unit in ('CURRENCY', 'PERCENT', 'COUNT')),
    level           text not null check (level in ('LINE', 'ACCOUNT', 'AGREEMENT')),
    baseline_source text not null check (baseline_source in ('NET_AMOUNT', 'QUANTITY', 'NEW_ACCOUNTS', 'NONE')),
    higher_is_better boolean not null,
    weight          numeric(5, 2) not null check (weight between 0 and 100),
    position        int not null
);
insert into metric values
    ('revenue', 'Umsatz', 'Revenue', 'CURRENCY', 'LINE', 'NET_AMOUNT', true, 60, 1),
    ('contribution_margin', 'Deckungsbeitrag', 'Contribution margin', 'PERCENT', 'AGREEMENT', 'NONE', true, 25, 2),
    ('new_customers', 'Neukunden', 'New customers', 'COUNT', 'AGREEMENT', 'NEW_ACCOUNTS', true, 15, 3);

create table import_job (
    job_id     text primary key,
    kind       text not null,
    is_commit  boolean not null,
    state      text not null check (state in ('RUNNING', 'DONE', 'REJECTED')),
    rows_read  int not null,
    result     jsonb,
    started_by text not null,
    changed_at timestamptz not null
);
