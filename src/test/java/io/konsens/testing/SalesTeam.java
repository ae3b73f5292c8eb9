package io.konsens.testing;

import static org.awaitility.Awaitility.await;

import io.konsens.agreement.campaign.AgreementStarter;
import io.konsens.agreement.campaign.CampaignStart;
import io.konsens.agreement.campaign.StartCampaign;
import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.planning.imports.Dialect;
import io.konsens.planning.imports.ImportKind;
import io.konsens.planning.imports.ImportPart;
import io.konsens.planning.imports.Imports;
import io.konsens.planning.imports.Progress;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Users;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * A small sales team: {@code b} leads the managers {@code m1} and {@code m2} and the rep {@code r3}; {@code m1} leads the
 * reps {@code r1} and, a junior, {@code r2}. Nobody is above {@code b}. {@code owner} is a process owner.
 */
public class SalesTeam implements ApplicationRunner {

    public static final String PASSWORD = "open-sesame";
    public static final String OWNER = "owner";

    private static final AtomicInteger PERIODS = new AtomicInteger(2000);

    private final Imports imports;
    private final Periods periods;
    private final StartCampaign startCampaign;
    private final AgreementStarter starter;
    private final Users users;
    private final IdentityService identityService;

    SalesTeam(
            Imports imports,
            Periods periods,
            StartCampaign startCampaign,
            AgreementStarter starter,
            Users users,
            IdentityService identityService) {
        this.imports = imports;
        this.periods = periods;
        this.startCampaign = startCampaign;
        this.starter = starter;
        this.users = users;
        this.identityService = identityService;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        users.createIfMissing(OWNER, "Olga Owner", "", PASSWORD, List.of(Groups.PROCESS_OWNER));
        load(ImportKind.EMPLOYEES, """
                employee_id,name,email,role,manager_id,org_unit,seniority
                B,Berta Boss,b@example.org,manager,,Sales,
                M1,Max Meier,m1@example.org,manager,B,Sales North,
                M2,Mia Moll,m2@example.org,manager,B,Sales South,
                R1,Rita Reich,r1@example.org,rep,M1,Sales North,senior
                R2,Ralf Roth,r2@example.org,rep,M1,Sales North,junior
                R3,Rosa Rau,r3@example.org,rep,B,Sales,
                """);
        load(ImportKind.ACCOUNTS, """
                account_id,name,segment,country,owner_id
                A1,Alpha,,,R1
                A2,Beta,,,R1
                A3,Gamma,,,R2
                A4,Delta,,,R3
                """);
        load(ImportKind.PRODUCTS, """
                product_id,name,product_group
                P1,Tea,Beverages
                P2,Tofu,Produce
                """);
        load(ImportKind.ORDERS, """
                order_id,order_date,account_id,product_id,employee_id,quantity,net_amount,currency
                1,2025-03-01,A1,P1,R1,1,1000.00,EUR
                2,2025-04-01,A2,P2,R1,1,2000.00,EUR
                3,2025-05-01,A3,P1,R2,1,3000.00,EUR
                4,2025-06-01,A4,P2,R3,1,4000.00,EUR
                """);
    }

    /** Imports one more file, as a process owner does. */
    public void load(ImportKind kind, String csv) {
        try {
            Path file = Files.createTempFile("konsens", ".csv");
            Files.writeString(file, csv);
            imports.run(List.of(ImportPart.ofFile(kind, file, Dialect.EN)), true, caller(OWNER), Progress.NONE);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id of a new agreement of this rep, in a period of its own. */
    public String newAgreement(String repId) {
        return newAgreement(repId, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    }

    /** The same for a period with these days. */
    public String newAgreement(String repId, LocalDate start, LocalDate end) {
        String periodId = String.valueOf(PERIODS.incrementAndGet());
        periods.save(
                new PlanningPeriod(periodId, start, end, "EUR", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)),
                caller(OWNER));
        start(periodId);
        return periodId + "-" + repId;
    }

    /** Starts a campaign and waits until nobody waits for an agreement any more. */
    public CampaignStart start(String periodId) {
        as(OWNER, () -> startCampaign.start(periodId, caller(OWNER)));
        starter.startAll();
        return await().until(
                        () -> startCampaign.progress(periodId, caller(OWNER)).orElseThrow(), it -> !it.running());
    }

    public Caller caller(String login) {
        return new Caller(login, Set.copyOf(groups(login)));
    }

    /** Does the work as the doors do it for a user who is logged in. */
    public <T> T as(String login, Supplier<T> work) {
        identityService.setAuthentication(login, groups(login));
        try {
            return work.get();
        } finally {
            identityService.clearAuthentication();
        }
    }

    public void as(String login, Runnable work) {
        as(login, () -> {
            work.run();
            return null;
        });
    }

    private List<String> groups(String login) {
        return identityService.createGroupQuery().groupMember(login).list().stream()
                .map(Group::getId)
                .toList();
    }
}
