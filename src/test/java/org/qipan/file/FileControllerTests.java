package org.qipan.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.qipan.TestDatabase;
import org.qipan.casefile.TestTexts;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.form.Pages;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;

class FileControllerTests {

    private final DataSource database = TestDatabase.fresh();
    private final FileRows rows = new FileRows(JdbcClient.create(database), TestTexts.of(JdbcClient.create(database)));
    private final Files files = new Files(
            rows,
            new TransactionTemplate(new JdbcTransactionManager(database)),
            new StaticListableBeanFactory().getBeanProvider(FileAccess.class),
            Clock.systemUTC());
    private Staff current = new Staff(UUID.randomUUID(), "u", "u", true, List.of());
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new FileController(files, new Current()))
            .setViewResolvers(Pages.views(messages()))
            .addFilters(new UploadLimit())
            .defaultRequest(get("/").locale(Locale.SIMPLIFIED_CHINESE))
            .build();

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/file");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    private static MockMultipartFile part(String name, byte[] content) {
        return new MockMultipartFile("file", name, "text/html", content);
    }

    private StoredFile uploaded() {
        return rows.loose(current.id()).get(0);
    }

    @Test
    void uploadsForThePageWithoutJavaScript() throws Exception {
        mvc.perform(multipart("/files").file(part("记录.txt", FileSamples.ascii("x"))))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("<title>上传文件"), containsString("已上传：记录.txt"))));
    }

    @Test
    void answersAFetchWithTheBoxToTick() throws Exception {
        mvc.perform(multipart("/files")
                        .file(part("<img src=x>.txt", FileSamples.ascii("x")))
                        .param("field", "people[0].files")
                        .header("X-Requested-With", "fetch"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("name=\"people[0].files\" value=\""
                                        + uploaded().id()),
                                containsString("_img src=x_.txt"),
                                not(containsString("<img")),
                                not(containsString("<html")))));
    }

    @Test
    void saysWhyAFileIsRefused() throws Exception {
        mvc.perform(multipart("/files")
                        .file(part("a.jpg", FileSamples.ascii("<html>")))
                        .param("field", "\"><script>"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(content().string(allOf(containsString("文件内容与扩展名不符"), not(containsString("<script")))));
        assertThat(rows.loose(current.id())).isEmpty();
    }

    @Test
    void downloadsAsAnAttachmentThatNoBrowserShows() throws Exception {
        byte[] text = "内容".getBytes(StandardCharsets.UTF_8);
        mvc.perform(multipart("/files").file(part("走访 “记录”.txt", text)));
        mvc.perform(get("/files/" + uploaded().id()))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment;")))
                .andExpect(header().string("Content-Disposition", containsString("filename*=UTF-8''%E8%B5%B0")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(content().bytes(text));
    }

    @Test
    void n19AColleagueGetsNotFound() throws Exception {
        mvc.perform(multipart("/files").file(part("a.txt", FileSamples.ascii("x"))));
        UUID id = uploaded().id();
        current = new Staff(UUID.randomUUID(), "v", "v", true, List.of());
        mvc.perform(get("/files/" + id)).andExpect(status().isNotFound());
        mvc.perform(get("/files/" + UUID.randomUUID())).andExpect(status().isNotFound());
        mvc.perform(get("/files/not-an-id")).andExpect(status().isNotFound());
    }

    @Test
    void n21TurnsLargeAndUnmeasuredUploadsAwayUnread() throws Exception {
        mvc.perform(post("/files").servletPath("/files").content(new byte[(21 << 20) + 1]))
                .andExpect(status().isPayloadTooLarge());
        mvc.perform(post("/files").servletPath("/files")).andExpect(status().isLengthRequired());
        mvc.perform(post("/tasks/1/files")
                        .servletPath("/tasks/1/files")
                        .contentType(MediaType.MULTIPART_FORM_DATA)
                        .content(new byte[(21 << 20) + 1]))
                .andExpect(status().isPayloadTooLarge());
        mvc.perform(post("/tasks/1/files")
                        .servletPath("/tasks/1/files")
                        .contentType(MediaType.MULTIPART_FORM_DATA)
                        .header("Transfer-Encoding", "chunked"))
                .andExpect(status().isLengthRequired());
    }

    @Test
    void letsTheListOfAllUnitsThrough() throws Exception {
        mvc.perform(post("/directory/import")
                        .servletPath("/directory/import")
                        .contentType(MediaType.MULTIPART_FORM_DATA)
                        .content(new byte[(21 << 20) + 1]))
                .andExpect(status().isNotFound());
    }

    private final class Current implements CurrentStaff {
        @Override
        public Staff get() {
            return current;
        }

        @Override
        public Optional<Staff> find() {
            return Optional.of(current);
        }
    }
}
