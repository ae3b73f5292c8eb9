package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ProcessTest
class SchemaTest {

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void whatever_belongs_to_an_agreement_is_found_without_reading_that_of_all_others() {
        List<String> unfindable = jdbc.queryForList("""
                select cls.relname
                from pg_attribute col
                join pg_class cls on cls.oid = col.attrelid and cls.relkind = 'r'
                where cls.relnamespace = 'konsens'::regnamespace and col.attname = 'agreement_id'
                  and cls.relname <> 'notice' -- asked for by who gets it
                  and not exists (
                      select from pg_index ix
                      where ix.indrelid = cls.oid and ix.indkey[0] = col.attnum and ix.indpred is null)
                """, String.class);

        assertThat(unfindable).isEmpty();
    }
}
