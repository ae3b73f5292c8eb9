package io.konsens.demo;

import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.application.ChangeLines;
import io.konsens.agreement.application.LeadAgreement;
import io.konsens.agreement.application.StepInput;
import io.konsens.agreement.campaign.AgreementStarter;
import io.konsens.agreement.campaign.Announcement;
import io.konsens.agreement.campaign.Announcements;
import io.konsens.agreement.campaign.Expectation;
import io.konsens.agreement.campaign.Expectations;
import io.konsens.agreement.campaign.StartCampaign;
import io.konsens.agreement.domain.LineChange;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.platform.AsUser;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What anybody can do in Konsens, done in somebody's name: refused if that person may not. */
class Stage {

    private static final int GROWTH_PERCENT = 4;

    private final AsUser asUser;
    private final AgreementAccess access;
    private final ChangeLines changeLines;
    private final LeadAgreement lead;
    private final StartCampaign startCampaign;
    private final AgreementStarter starter;
    private final Expectations expectations;
    private final Announcements announcements;

    Stage(
            AsUser asUser,
            AgreementAccess access,
            ChangeLines changeLines,
            LeadAgreement lead,
            StartCampaign startCampaign,
            AgreementStarter starter,
            Expectations expectations,
            Announcements announcements) {
        this.asUser = asUser;
        this.access = access;
        this.changeLines = changeLines;
        this.lead = lead;
        this.startCampaign = startCampaign;
        this.starter = starter;
        this.expectations = expectations;
        this.announcements = announcements;
    }

    /** Four percent more than was sold from the whole, and one more from each level down: everybody keeps a buffer. */
    void expectGrowth(String user, String periodId) {
        asUser.run(user, caller -> {
            Map<String, BigDecimal> sold = expectations.baselines(periodId, caller);
            expectations.save(
                    periodId,
                    expectations.visibleUnits(caller).stream()
                            .filter(unit -> sold.containsKey(unit.name()))
                            .map(unit -> new Expectation(
                                    unit.name(),
                                    "revenue",
                                    grown(sold.get(unit.name()), GROWTH_PERCENT + unit.depth())))
                            .toList(),
                    caller);
        });
    }

    private static BigDecimal grown(BigDecimal sold, int percent) {
        return sold.multiply(new BigDecimal(100 + percent))
                .movePointLeft(2)
                .setScale(-3, RoundingMode.HALF_UP)
                .setScale(2);
    }

    void announce(String user, String periodId) {
        asUser.run(user, caller -> {
            Announcement draft = announcements.draft(periodId, caller);
            announcements.save(periodId, draft.textDe(), draft.textEn(), true, caller);
        });
    }

    void startCampaign(String user, String periodId) {
        asUser.run(user, caller -> {
            startCampaign.start(periodId, caller);
            starter.startAll();
        });
    }

    void change(String user, String agreementId, Function<TargetAgreement, List<LineChange>> changes) {
        asUser.run(
                user,
                caller -> changeLines.change(agreementId, changes.apply(access.visible(agreementId, caller)), caller));
    }

    void addLine(String user, String agreementId, String accountId, String productGroup) {
        asUser.run(user, caller -> changeLines.add(agreementId, null, accountId, productGroup, caller));
    }

    void submit(String user, String agreementId, Map<String, Object> input) {
        asUser.run(user, caller -> lead.submit(agreementId, input, caller));
    }

    void withdraw(String user, String agreementId, String reason) {
        asUser.run(user, caller -> lead.withdraw(agreementId, new StepInput(Map.of("reason", reason)), caller));
    }
}
