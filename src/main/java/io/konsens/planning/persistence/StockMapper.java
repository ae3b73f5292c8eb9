package io.konsens.planning.persistence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Mapper;

/** What has been imported so far. */
@Mapper
public interface StockMapper {

    /** Rows by kind: employees, accounts, products, orders. */
    Map<String, Long> counts();

    List<YearSum> years();

    /** The net amount of all orders of a calendar year in one currency. */
    record YearSum(int year, BigDecimal amount, String currency) {}
}
