package io.konsens.agreement.campaign.web;

import io.konsens.agreement.application.AgreementAccess;
import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.Caller;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.Groups;
import io.konsens.platform.KonsensProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The period a page of the campaign is about: the one asked for, else the newest. */
@Component
public class ChosenPeriod {

    private final Periods periods;
    private final CurrentCaller caller;
    private final KonsensProperties properties;

    ChosenPeriod(Periods periods, CurrentCaller caller, KonsensProperties properties) {
        this.periods = periods;
        this.caller = caller;
        this.properties = properties;
    }

    /** Tells the page, too; null if there is none, or none of this name. */
    @Nullable
    public PlanningPeriod choose(@Nullable String asked, Model model) {
        List<PlanningPeriod> all = periods.all();
        PlanningPeriod chosen = all.stream()
                .filter(one -> asked == null || one.periodId().equals(asked))
                .findFirst()
                .orElse(null);
        Caller user = caller.get();
        model.addAttribute("periods", all);
        model.addAttribute("period", chosen);
        model.addAttribute("zone", properties.zone());
        model.addAttribute("seesExpectations", user.in(Groups.MANAGER) || AgreementAccess.seesAll(user));
        return chosen;
    }
}
