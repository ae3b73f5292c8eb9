package io.konsens.notice.mail;

import io.konsens.notice.NoticeProperties;
import io.konsens.notice.persistence.MailMapper.Mail;
import io.konsens.platform.KonsensProperties;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * The way out by SMTP. Off in the demo, and where no host is configured.
 *
 * <p>Spring's sender says that something failed, not when. Here the difference matters: before the server had the message,
 * it is certain that it did not arrive; afterwards it is not, and a mail must never come twice.
 */
@Component
class MailServer {

    private static final Logger log = LoggerFactory.getLogger(MailServer.class);

    private final @Nullable JavaMailSenderImpl sender;
    private final NoticeProperties properties;

    MailServer(ObjectProvider<JavaMailSenderImpl> sender, NoticeProperties properties, KonsensProperties installation) {
        this.sender = installation.demo()
                ? null
                : sender.stream()
                        .filter(one -> one.getHost() != null && !one.getHost().isBlank())
                        .findFirst()
                        .orElse(null);
        this.properties = properties;
        if (this.sender != null && properties.from().isBlank()) {
            throw new IllegalStateException("There is a mail server, but konsens.notice.from is not set");
        }
    }

    enum Outcome {
        SENT,
        /** It has certainly not arrived, and may be tried again. */
        LATER,
        /** It will not arrive: no such address, or the server will not have it. */
        REFUSED,
        UNCLEAR
    }

    record Delivery(Outcome outcome, @Nullable String error) {}

    boolean isOn() {
        return sender != null;
    }

    Delivery send(Mail mail, Date now) {
        MimeMessage message;
        try {
            message = message(mail, now);
        } catch (MessagingException e) {
            return new Delivery(Outcome.REFUSED, e.toString());
        }
        try {
            Transport transport = connect();
            try {
                return handOver(message, transport);
            } finally {
                close(transport);
            }
        } catch (MessagingException e) {
            return new Delivery(Outcome.LATER, e.toString());
        }
    }

    private Transport connect() throws MessagingException {
        Session session = sender.getSession();
        Transport transport = session.getTransport(sender.getProtocol() == null ? "smtp" : sender.getProtocol());
        transport.connect(sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
        return transport;
    }

    private static Delivery handOver(MimeMessage message, Transport transport) {
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new Delivery(Outcome.SENT, null);
        } catch (MessagingException e) {
            int reply = reply(e);
            Outcome outcome = reply < 400 ? Outcome.UNCLEAR : reply < 500 ? Outcome.LATER : Outcome.REFUSED;
            return new Delivery(outcome, e.toString());
        }
    }

    /** What the server answered, RFC 5321; 0 if nothing. */
    private static int reply(MessagingException e) {
        for (Exception cause = e;
                cause instanceof MessagingException;
                cause = ((MessagingException) cause).getNextException()) {
            if (cause instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (cause instanceof SMTPSendFailedException failed
                    && !(failed.getNextException() instanceof SMTPAddressFailedException)) {
                return failed.getReturnCode();
            }
        }
        return 0;
    }

    /** The mail is away or not by now; a server that hangs up rudely changes nothing about that. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            log.debug("The mail server hung up", e);
        }
    }

    private MimeMessage message(Mail mail, Date now) throws MessagingException {
        MimeMessage message = new MimeMessage(sender.getSession()) {
            /** The same at every attempt. */
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<notice-" + mail.mailId() + "." + domain() + ">");
            }
        };
        MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom(properties.from());
        helper.setTo(address(mail.email()));
        helper.setSubject(mail.subject().replaceAll("\\s+", " "));
        helper.setText(mail.text(), mail.html());
        helper.setSentDate(now);
        // No out-of-office reply, please: RFC 3834.
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static InternetAddress address(String email) throws AddressException {
        return new InternetAddress(email, true);
    }

    private String domain() {
        return properties.from().replaceAll("^.*<|>.*$", "").replaceFirst("^[^@]*", "mail");
    }
}
