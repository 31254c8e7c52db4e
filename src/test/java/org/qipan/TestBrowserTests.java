package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestBrowserTests {

    @Test
    void showsChinese() {
        try (TestBrowser browser = new TestBrowser();
                var page = browser.browser().newPage()) {
            page.setContent("<p id='p'>棋盘</p>");
            assertThat(page.textContent("#p")).isEqualTo("棋盘");
        }
    }
}
