package io.konsens.planning;

import io.konsens.planning.persistence.OrderHistoryMapper;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What was sold, seen from those who plan. */
@Component
public class OrderHistory {

    private final OrderHistoryMapper mapper;

    OrderHistory(OrderHistoryMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The baseline of the accounts this employee owns today, whoever booked the orders, by account and product group.
     * Only orders in the period's currency count; {@link #foreignOrders} tells whether there are others.
     */
    public List<Baseline> baseline(String ownerId, PlanningPeriod period) {
        return mapper.baseline(ownerId, period);
    }

    /**
     * What these accounts bought in the baseline window, month by month; months without orders are left out. The months of
     * an account and product group sum to their baseline.
     */
    public List<MonthlySales> monthly(Collection<String> accountIds, PlanningPeriod period) {
        return accountIds.isEmpty() ? List.of() : mapper.monthly(accountIds, period);
    }

    /** How many of this employee's accounts ordered for the first time ever within the baseline window. */
    public int newAccounts(String ownerId, PlanningPeriod period) {
        return mapper.newAccounts(ownerId, period);
    }

    /** Order lines of the baseline window that are not in the period's currency: count by currency; empty is good. */
    public Map<String, Integer> foreignOrders(PlanningPeriod period) {
        return mapper.foreignOrders(period).stream()
                .collect(Collectors.toMap(CurrencyCount::currency, CurrencyCount::orderLines));
    }
}
