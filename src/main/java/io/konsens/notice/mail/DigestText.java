package io.konsens.notice.mail;

import io.konsens.notice.NoticeProperties;
import io.konsens.notice.Recipient;
import io.konsens.notice.persistence.NoticeMapper.Waiting;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The words of a mail, in its reader's language: what is urgent first. */
@Component
class DigestText {

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final NoticeProperties properties;

    DigestText(ITemplateEngine templates, MessageSource messages, NoticeProperties properties) {
        this.templates = templates;
        this.messages = messages;
        this.properties = properties;
    }

    /** @param url complete, for a program that knows no page it came from */
    public record Item(boolean urgent, String subject, String text, String url) {}

    String subject(List<Waiting> notices, Recipient reader) {
        if (notices.size() == 1) {
            return notices.get(0).subject();
        }
        long urgent =
                notices.stream().filter(notice -> notice.kind().isUrgent()).count();
        return messages.getMessage("digest.subject", new Object[] {notices.size(), urgent}, reader.language());
    }

    String plain(List<Waiting> notices, Recipient reader) {
        return templates.process("mail/digest.txt", context(notices, reader));
    }

    String html(List<Waiting> notices, Recipient reader) {
        return templates.process("mail/digest", context(notices, reader));
    }

    String noAddress(Recipient reader) {
        return messages.getMessage("digest.noAddress", new Object[] {reader.name()}, reader.language());
    }

    private Context context(List<Waiting> notices, Recipient reader) {
        Context context = new Context(reader.language());
        context.setVariable("name", reader.name());
        context.setVariable("outbox", properties.url() + "/outbox");
        context.setVariable("items", items(notices));
        return context;
    }

    private List<Item> items(List<Waiting> notices) {
        return notices.stream()
                .map(notice -> new Item(
                        notice.kind().isUrgent(), notice.subject(), notice.text(), properties.url() + notice.path()))
                .sorted((a, b) -> Boolean.compare(b.urgent(), a.urgent()))
                .toList();
    }
}
