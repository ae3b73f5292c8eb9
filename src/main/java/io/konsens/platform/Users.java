package io.konsens.platform;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The engine's users: those who can log in. */
@Component
public class Users {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final IdentityService identityService;
    private final AsSystem asSystem;
    private final KonsensProperties properties;

    Users(IdentityService identityService, AsSystem asSystem, KonsensProperties properties) {
        this.identityService = identityService;
        this.asSystem = asSystem;
        this.properties = properties;
    }

    /**
     * Creates or updates the user of an employee: name, address, groups. A password is only given to a new user: in demo
     * mode the login itself, else the configured initial password, else one that nobody knows.
     */
    @Transactional
    public void save(String login, String name, String email, Collection<String> groups) {
        asSystem.run(() -> {
            User user = identityService.createUserQuery().userId(login).singleResult();
            if (user == null) {
                create(login, name, email, initialPassword(login));
            } else {
                describe(user, name, email);
                identityService.saveUser(user);
            }
            setGroups(login, groups);
        });
    }

    /** Creates a user who is no employee; leaves them alone if they exist. */
    @Transactional
    public void createIfMissing(String login, String name, String email, String password, Collection<String> groups) {
        asSystem.run(() -> {
            if (identityService.createUserQuery().userId(login).count() == 0) {
                create(login, name, email, password);
                setGroups(login, groups);
            }
        });
    }

    /** @param email empty if there is none */
    public record Person(String name, String email) {}

    public Optional<Person> find(String login) {
        return Optional.ofNullable(asSystem.call(
                        () -> identityService.createUserQuery().userId(login).singleResult()))
                .map(user -> new Person(
                        (Objects.requireNonNullElse(user.getFirstName(), "") + " "
                                        + Objects.requireNonNullElse(user.getLastName(), ""))
                                .strip(),
                        Objects.requireNonNullElse(user.getEmail(), "")));
    }

    /** The ids of all users in this group. */
    public Set<String> in(String group) {
        return asSystem.call(() -> identityService.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .collect(Collectors.toSet()));
    }

    public boolean exists(String login) {
        return asSystem.call(
                () -> identityService.createUserQuery().userId(login).count() > 0);
    }

    /** The ids of all users. */
    public Set<String> known() {
        return asSystem.call(() -> identityService.createUserQuery().list().stream()
                .map(User::getId)
                .collect(Collectors.toSet()));
    }

    private void create(String login, String name, String email, String password) {
        User user = identityService.newUser(login);
        describe(user, name, email);
        user.setPassword(password);
        identityService.saveUser(user);
    }

    private static void describe(User user, String name, String email) {
        int lastSpace = name.lastIndexOf(' ');
        user.setFirstName(lastSpace < 0 ? "" : name.substring(0, lastSpace));
        user.setLastName(name.substring(lastSpace + 1));
        user.setEmail(email);
    }

    /** Only the groups an employee has by their role; others, given by an administrator, stay. */
    private void setGroups(String login, Collection<String> groups) {
        for (String group : Groups.ALL) {
            boolean member = identityService
                            .createGroupQuery()
                            .groupMember(login)
                            .groupId(group)
                            .count()
                    > 0;
            boolean byRole = group.equals(Groups.REP) || group.equals(Groups.MANAGER);
            if (groups.contains(group) && !member) {
                identityService.createMembership(login, group);
            } else if (byRole && member && !groups.contains(group)) {
                identityService.deleteMembership(login, group);
            }
        }
    }

    private String initialPassword(String login) {
        if (properties.demo()) {
            return login;
        }
        if (!properties.identity().initialPassword().isEmpty()) {
            return properties.identity().initialPassword();
        }
        byte[] unknown = new byte[32];
        RANDOM.nextBytes(unknown);
        return Base64.getEncoder().encodeToString(unknown);
    }
}
