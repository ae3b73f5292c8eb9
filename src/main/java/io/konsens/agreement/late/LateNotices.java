package io.konsens.agreement.late;

import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.application.StandIns;
import io.konsens.agreement.domain.LateLevel;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.notice.NewNotice;
import io.konsens.notice.NoticeKind;
import io.konsens.notice.Notices;
import io.konsens.planning.Employee;
import io.konsens.platform.Groups;
import io.konsens.platform.Localized;
import io.konsens.platform.Users;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Tells those who can still do something about it: the manager, or who stands in for them, the manager's manager, and the
 * process owners.
 */
@Component
class LateNotices {

    private final Notices notices;
    private final AgreementAccess access;
    private final StandIns standIns;
    private final Users users;
    private final MessageSource messages;

    LateNotices(Notices notices, AgreementAccess access, StandIns standIns, Users users, MessageSource messages) {
        this.notices = notices;
        this.access = access;
        this.standIns = standIns;
        this.users = users;
        this.messages = messages;
    }

    void tell(TargetAgreement agreement, String repName, LateLevel level, LocalDate line) {
        Localized subject = language -> say(language, level + ".subject", repName, agreement, line);
        Localized text = language -> say(language, level + ".text", repName, agreement, line);
        for (String login : whom(agreement)) {
            notices.tell(new NewNotice(
                    login,
                    NoticeKind.TOO_LATE,
                    level + ":" + agreement.agreementId() + ":" + login,
                    agreement.agreementId(),
                    null,
                    subject,
                    text,
                    "/agreements/" + agreement.agreementId()));
        }
    }

    private Set<String> whom(TargetAgreement agreement) {
        Set<String> logins = new LinkedHashSet<>();
        standIns.managerPresent(agreement.managerId(), agreement.repId())
                .map(Employee::login)
                .ifPresent(logins::add);
        access.mediator(agreement.managerId()).map(Employee::login).ifPresent(logins::add);
        logins.addAll(users.in(Groups.PROCESS_OWNER));
        return logins;
    }

    private String say(Locale language, String key, String repName, TargetAgreement agreement, LocalDate line) {
        DateTimeFormatter date =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language);
        return messages.getMessage(
                "notice.late." + key, new Object[] {repName, agreement.periodId(), date.format(line)}, language);
    }
}
