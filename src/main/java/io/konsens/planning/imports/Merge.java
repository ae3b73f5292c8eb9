package io.konsens.planning.imports;

import org.springframework.jdbc.core.JdbcTemplate;

/** What each kind of row is checked for, and how its rows are merged, as sets: one statement, however many there are. */
final class Merge {

    private final JdbcTemplate jdbc;
    private final Staging staging;
    private final Findings findings;

    Merge(JdbcTemplate jdbc, Staging staging, Findings findings) {
        this.jdbc = jdbc;
        this.staging = staging;
        this.findings = findings;
    }

    void check(ImportKind kind) {
        switch (kind) {
            case EMPLOYEES -> {
                twice("employee_id", "lower(employee_id)");
                staging.check("employee_id", "import.loginTaken", """
                        select row_no, s.employee_id from staging s join konsens.employee e on e.login = lower(s.employee_id)
                        where e.employee_id != s.employee_id""", findings);
                staging.check("exit_date", "import.exitBeforeEntry", """
                        select row_no, exit_date from staging where exit_date::date < entry_date::date""", findings);
                staging.check("manager_id", "import.managerUnknown", """
                        select row_no, manager_id from staging s where manager_id is not null
                        and not exists (select from staging m where m.employee_id = s.manager_id)
                        and not exists (select from konsens.employee e where e.employee_id = s.manager_id)""", findings);
            }
            case ACCOUNTS -> {
                twice("account_id", "account_id");
                unknown("owner_id", "employee", "employee_id", "import.ownerUnknown");
            }
            case PRODUCTS -> twice("product_id", "product_id");
            case ORDERS -> {
                unknown("account_id", "account", "account_id", "import.accountUnknown");
                unknown("product_id", "product", "product_id", "import.productUnknown");
                unknown("employee_id", "employee", "employee_id", "import.employeeUnknown");
            }
        }
    }

    /** After merging: nobody may be their own manager, at any distance. Only the merged whole can tell. */
    void checkMerged(ImportKind kind) {
        if (kind == ImportKind.EMPLOYEES) {
            staging.check("manager_id", "import.managerCycle", """
                    with recursive up as (
                        select employee_id as start, manager_id from konsens.employee where manager_id is not null
                        union
                        select up.start, e.manager_id from up join konsens.employee e on e.employee_id = up.manager_id
                        where e.manager_id is not null
                    )
                    select row_no, s.manager_id from staging s join up on up.start = s.employee_id
                    where up.manager_id = up.start""", findings);
        }
    }

    void merge(ImportKind kind) {
        switch (kind) {
            case EMPLOYEES -> jdbc.update("""
                    insert into konsens.employee
                        (employee_id, login, name, email, role, manager_id, org_unit, seniority, language,
                        entry_date, exit_date)
                    select employee_id, lower(employee_id), name, email, role, manager_id, org_unit, seniority, language,
                        entry_date::date, exit_date::date
                    from staging
                    on conflict (employee_id) do update set name = excluded.name, email = excluded.email,
                        role = excluded.role, manager_id = excluded.manager_id, org_unit = excluded.org_unit,
                        seniority = excluded.seniority, language = excluded.language,
                        entry_date = excluded.entry_date, exit_date = excluded.exit_date""");
            case ACCOUNTS -> jdbc.update("""
                    insert into konsens.account (account_id, name, segment, country, owner_id)
                    select account_id, name, segment, country, owner_id from staging
                    on conflict (account_id) do update set name = excluded.name, segment = excluded.segment,
                        country = excluded.country, owner_id = excluded.owner_id""");
            case PRODUCTS -> jdbc.update("""
                    insert into konsens.product (product_id, name, product_group)
                    select product_id, name, product_group from staging
                    on conflict (product_id) do update set name = excluded.name,
                        product_group = excluded.product_group""");
            case ORDERS -> mergeOrders();
        }
    }

    /**
     * A source is the whole truth about each order it names: lines the order no longer has go. Other systems give their
     * records in any order, so the record decides about the position.
     */
    private void mergeOrders() {
        jdbc.update("delete from konsens.order_line where order_id in (select order_id from staging)");
        jdbc.update("""
                insert into konsens.order_line (order_id, product_id, position, order_date, account_id, employee_id,
                    quantity, net_amount, currency)
                select order_id, product_id, row_number() over (partition by order_id, product_id order by record, row_no),
                    order_date::date, account_id, employee_id, quantity::numeric, net_amount::numeric, currency
                from staging""");
    }

    private void twice(String field, String key) {
        staging.check(
                field,
                "import.twice",
                "select row_no, " + field + " from (select row_no, " + field + ", row_number() over (partition by "
                        + key + " order by row_no) as nth from staging) numbered where nth > 1",
                findings);
    }

    private void unknown(String field, String table, String key, String code) {
        staging.check(
                field,
                code,
                "select row_no, " + field + " from staging s where " + field
                        + " is not null and not exists (select from" + " konsens." + table + " t where t." + key
                        + " = s." + field + ")",
                findings);
    }
}
