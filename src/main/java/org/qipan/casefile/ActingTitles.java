package org.qipan.casefile;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The post that did something, or 「王五（代李四）」 where somebody stood in for its holder. */
@Component
public class ActingTitles implements CaseRows.Titles {

    private final Directory directory;
    private final MessageSource messages;

    ActingTitles(Directory directory, MessageSource messages) {
        this.directory = directory;
        this.messages = messages;
    }

    @Override
    public @Nullable String of(@Nullable Post post, @Nullable UUID by, @Nullable UUID actingFor) {
        if (post == null) {
            return null;
        }
        if (by == null || actingFor == null) {
            return directory.title(post);
        }
        return messages.getMessage(
                "casefile.acting", new Object[] {name(by), name(actingFor)}, LocaleContextHolder.getLocale());
    }

    private String name(UUID staff) {
        return directory.staff(staff).map(Staff::name).orElse("");
    }
}
