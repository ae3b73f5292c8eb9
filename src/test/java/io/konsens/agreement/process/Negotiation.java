package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.konsens.agreement.application.ChangeLines;
import io.konsens.agreement.application.LeadAgreement;
import io.konsens.agreement.application.StepInput;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.Answer;
import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.LineChange;
import io.konsens.agreement.domain.NegotiationEvent;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.RecordedEvent;
import io.konsens.agreement.domain.SetBy;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.planning.Organisation;
import io.konsens.testing.SalesTeam;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.ApplicationContext;

/** One agreement and its two sides, who act through the use cases their grid and their task list call. */
final class Negotiation {

    private static final BigDecimal MARGIN = new BigDecimal("30.00");
    private static final BigDecimal MORE = new BigDecimal("100.00");

    private final SalesTeam team;
    private final Agreements agreements;
    private final ChangeLines changeLines;
    private final LeadAgreement leadAgreement;
    private final RuntimeService runtimeService;
    private final Organisation organisation;
    private final String agreementId;

    Negotiation(ApplicationContext beans, String agreementId) {
        this.team = beans.getBean(SalesTeam.class);
        this.agreements = beans.getBean(Agreements.class);
        this.changeLines = beans.getBean(ChangeLines.class);
        this.leadAgreement = beans.getBean(LeadAgreement.class);
        this.runtimeService = beans.getBean(RuntimeService.class);
        this.organisation = beans.getBean(Organisation.class);
        this.agreementId = agreementId;
    }

    // ---- the steps

    /** The rep plans every line as its baseline says, five where there is none, and submits. */
    Negotiation planned() {
        return plannedBy(rep(), "1");
    }

    Negotiation plannedBy(String login) {
        return plannedBy(login, "1");
    }

    /** The same, with so many times the baseline for every account. */
    Negotiation planned(String times) {
        return plannedBy(rep(), times);
    }

    private Negotiation plannedBy(String login, String times) {
        change(
                login,
                line -> line.setBy() == SetBy.REP,
                line -> new LineChange.Plan(line.lineId(), line.version(), planOf(line, new BigDecimal(times)), null));
        return submitted(login, Map.of());
    }

    private static BigDecimal planOf(PlanLine line, BigDecimal times) {
        BigDecimal baseline = Objects.requireNonNullElse(line.baseline(), new BigDecimal("5"));
        return line.accountId() == null ? baseline : baseline.multiply(times).setScale(2, RoundingMode.UNNECESSARY);
    }

    Negotiation reviewedWithoutProposals() {
        return reviewedWithoutProposalsBy(manager());
    }

    Negotiation reviewedWithoutProposalsBy(String login) {
        managementTargetsSet(login);
        return submitted(login, Map.of());
    }

    /** The manager asks for 100 more on every line of an account. */
    Negotiation reviewedWithProposals() {
        managementTargetsSet(manager());
        change(
                manager(),
                line -> line.accountId() != null,
                line -> new LineChange.Propose(
                        line.lineId(), line.version(), line.plan().add(MORE), "The market grows"));
        return submitted(manager(), Map.of());
    }

    /** The manager withdraws every proposal: the plan stands. */
    Negotiation givenWay() {
        change(
                manager(),
                PlanLine::hasProposal,
                line -> new LineChange.Propose(line.lineId(), line.version(), null, null));
        return submitted(manager(), Map.of());
    }

    Negotiation answered(Answer answer) {
        answersEntered(answer);
        return submitted(rep(), Map.of());
    }

    void answersEntered(Answer answer) {
        change(
                rep(),
                line -> line.hasProposal() && line.response() == null,
                line -> new LineChange.Respond(line.lineId(), line.version(), answer, null));
    }

    /** Both settle on the plan for everything they had to talk about. */
    Negotiation aligned() {
        figuresAligned(rep());
        return submitted(manager(), Map.of("consensus", true));
    }

    Negotiation figuresAligned(String by) {
        change(
                by,
                line -> agreement().isAlignable(line),
                line -> new LineChange.Agree(line.lineId(), line.version(), line.plan()));
        return this;
    }

    Negotiation withoutConsensus() {
        return submitted(manager(), Map.of("consensus", false));
    }

    Negotiation resolved(String by, String outcome) {
        return submitted(by, Map.of("outcome", outcome, "reason", "We have listened to both"));
    }

    Negotiation confirmed(String by) {
        return submitted(by, Map.of("confirm", true));
    }

    Negotiation declined(String by) {
        return submitted(by, Map.of("confirm", false, "reason", "I was wrong about Alpha"));
    }

    Negotiation withdrawn(String by, String reason) {
        team.as(
                by,
                () -> leadAgreement.withdraw(agreementId, new StepInput(Map.of("reason", reason)), team.caller(by)));
        return this;
    }

    Negotiation submitted(String by, Map<String, Object> input) {
        team.as(by, () -> leadAgreement.submit(agreementId, input, team.caller(by)));
        return this;
    }

    // ---- short cuts

    Negotiation inConfirmation() {
        return planned().reviewedWithoutProposals();
    }

    /** As many rounds as there are, every proposal rejected. */
    Negotiation inAlignment() {
        planned();
        while (state() == AgreementState.REVIEW) {
            reviewedWithProposals().answered(Answer.REJECT);
        }
        return this;
    }

    Negotiation inDispute() {
        return inAlignment().withoutConsensus();
    }

    Negotiation agreed() {
        return inConfirmation().confirmed(rep()).confirmed(manager());
    }

    /** Brings a fresh agreement to where this step's task is open. */
    Negotiation at(String step) {
        return switch (step) {
            case "planTargets" -> this;
            case "reviewPlan" -> planned();
            case "answerProposals" -> planned().reviewedWithProposals();
            case "alignTargets" -> inAlignment();
            case "resolveDispute" -> inDispute();
            case "confirmRep", "confirmManager" -> inConfirmation();
            default -> throw new IllegalArgumentException(step);
        };
    }

    // ---- what came of it

    String id() {
        return agreementId;
    }

    String rep() {
        return login(agreement().repId());
    }

    String manager() {
        return login(agreement().managerId());
    }

    AgreementState state() {
        return agreement().state();
    }

    TargetAgreement agreement() {
        return agreements.find(agreementId).orElseThrow();
    }

    List<NegotiationEvent> events(EventType type) {
        return agreements.events(agreementId).stream()
                .map(RecordedEvent::event)
                .filter(event -> event.type() == type)
                .toList();
    }

    ProcessInstance instance() {
        return instance(ProcessNames.PROCESS);
    }

    /** The hand-over, which is a process of its own. */
    ProcessInstance handover() {
        return instance(ProcessNames.HANDOVER_PROCESS);
    }

    private ProcessInstance instance(String processKey) {
        return Objects.requireNonNull(runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(processKey)
                .processInstanceBusinessKey(agreementId)
                .singleResult());
    }

    boolean hasEnded() {
        return runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(agreementId)
                        .count()
                == 0;
    }

    void managementTargetsSet() {
        managementTargetsSet(manager());
    }

    private void managementTargetsSet(String login) {
        change(
                login,
                line -> line.setBy() == SetBy.MANAGER,
                line -> new LineChange.Propose(line.lineId(), line.version(), MARGIN, null));
    }

    private void change(String by, Predicate<PlanLine> which, Function<PlanLine, LineChange> change) {
        List<LineChange> changes =
                agreement().lines().stream().filter(which).map(change).toList();
        assertThat(changes).as("lines to change").isNotEmpty();
        change(by, changes);
    }

    void change(String by, LineChange... changes) {
        change(by, List.of(changes));
    }

    private void change(String by, List<LineChange> changes) {
        team.as(by, () -> changeLines.change(agreementId, changes, team.caller(by)));
    }

    private String login(String employeeId) {
        return organisation.employee(employeeId).orElseThrow().login();
    }
}
