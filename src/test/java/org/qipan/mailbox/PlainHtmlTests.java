package org.qipan.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class PlainHtmlTests {

    @Test
    void keepsWordsAndLinesAndNothingElse() {
        assertThat(PlainHtml.text("""
                <html><head><title>x</title><style>p{}</style></head><body onload="evil()">
                <p>路灯&nbsp;坏了 &lt;三个月&gt;</p><div>请修<br>谢谢</div><script>alert("x")</script><!-- secret -->
                <img src="http://tracker.example/1.gif"><ul><li>一</li><li>二</li></ul></body></html>
                """)).isEqualTo("路灯 坏了 <三个月>\n\n请修\n谢谢\n\n一\n\n二");
    }

    @Test
    void readsWhatIsNotClosed() {
        assertThat(PlainHtml.text("a<b")).isEqualTo("a");
        assertThat(PlainHtml.text("a<script>b")).isEqualTo("a");
        assertThat(PlainHtml.text("a<!-- b")).isEqualTo("a");
        assertThat(PlainHtml.text("1 < 2")).isEqualTo("1");
        assertThat(PlainHtml.text("")).isEmpty();
    }

    @Test
    void takesNoLongerForWhatIsMadeToBeSlow() {
        String many = "<script ".repeat(100_000);
        assertThatCode(() -> Assertions.assertTimeout(Duration.ofSeconds(5), () -> PlainHtml.text(many)))
                .doesNotThrowAnyException();
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> PlainHtml.text("<".repeat(1_000_000)));
    }
}
