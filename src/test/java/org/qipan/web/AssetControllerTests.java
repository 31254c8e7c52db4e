package org.qipan.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

class AssetControllerTests {

    private final Assets assets = new Assets();
    private final AssetController controller = new AssetController(assets);

    @Test
    void oneFileHoldsWhatEveryModuleBrings() {
        assertThat(assets.sheets().content())
                .contains(".worklist-row", ".operations-part", ".qp-kind")
                .doesNotContain("color-scheme: light");
        assertThat(assets.scripts().content())
                .contains("form[data-record]", "form[data-draft]")
                .doesNotContain("BpmnJS", "htmx:configRequest");
    }

    @Test
    void theFileItsNameSpeaksOfIsKeptForEver() {
        ResponseEntity<String> answer = controller.scripts(digest(assets.scripts()));
        assertThat(answer.getHeaders().getCacheControl()).contains("max-age=31536000", "immutable");
        assertThat(answer.getHeaders().getContentType()).hasToString("text/javascript;charset=UTF-8");
        assertThat(answer.getBody()).isEqualTo(assets.scripts().content());
    }

    @Test
    void whatAnOlderPageAsksForIsThereButNotKept() {
        ResponseEntity<String> answer = controller.sheets("0123456789abcdef0123456789abcdef");
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(answer.getBody()).isEqualTo(assets.sheets().content());
    }

    private static String digest(Assets.Bundle bundle) {
        return bundle.name().replaceAll("^all-|\\.\\w+$", "");
    }
}
