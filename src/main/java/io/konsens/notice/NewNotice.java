package io.konsens.notice;

import io.konsens.platform.Localized;
import org.jspecify.annotations.Nullable;

/**
 * Something one person is to be told.
 *
 * @param recipient login
 * @param occasion what it is about: nobody is told of the same occasion twice
 * @param agreementId null if it is about none
 * @param taskId null if it is about none; once that task is done, there is no need to tell any more
 * @param path of the page where something can be done about it, from the first slash on
 */
public record NewNotice(
        String recipient,
        NoticeKind kind,
        String occasion,
        @Nullable String agreementId,
        @Nullable String taskId,
        Localized subject,
        Localized text,
        String path) {}
