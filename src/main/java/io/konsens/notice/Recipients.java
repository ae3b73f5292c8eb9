package io.konsens.notice;

import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.platform.KonsensProperties;
import io.konsens.platform.Users;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds out how somebody is told: employees as they were imported, others as they are users. */
@Component
public class Recipients {

    private final Organisation organisation;
    private final Users users;
    private final KonsensProperties properties;

    Recipients(Organisation organisation, Users users, KonsensProperties properties) {
        this.organisation = organisation;
        this.users = users;
        this.properties = properties;
    }

    /** For a login that nobody has (any more), somebody without an address. */
    public Recipient of(String login) {
        return organisation
                .employeeByLogin(login)
                .map(this::of)
                .or(() -> users.find(login)
                        .map(user -> new Recipient(login, user.name(), user.email(), properties.language(), "")))
                .orElseGet(() -> new Recipient(login, login, "", properties.language(), ""));
    }

    private Recipient of(Employee employee) {
        return new Recipient(
                employee.login(),
                employee.name(),
                employee.email(),
                employee.language() == null ? properties.language() : Locale.forLanguageTag(employee.language()),
                employee.orgUnit());
    }
}
