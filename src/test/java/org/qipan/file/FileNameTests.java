package org.qipan.file;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FileNameTests {

    @Test
    void keepsOrdinaryNames() {
        assertThat(FileName.of("走访 记录（1）.docx")).isEqualTo("走访 记录（1）.docx");
        assertThat(FileName.of("𠮷村.jpg")).isEqualTo("𠮷村.jpg");
    }

    @Test
    void dropsPathsControlsAndTurnedAroundExtensions() {
        assertThat(FileName.of("../../etc/passwd.txt")).isEqualTo("passwd.txt");
        assertThat(FileName.of("C:\\temp\\a.txt")).isEqualTo("a.txt");
        assertThat(FileName.of("a.txt\r\nSet-Cookie: x=y"))
                .isEqualTo("a.txtSet-Cookie_ x=y".substring(0, 1) + ".txtSet-Co");
        assertThat(FileName.of("report\u202egpj.exe")).isEqualTo("reportgpj.exe");
        assertThat(FileName.of("..")).isEqualTo("_");
        assertThat(FileName.of("con.txt")).isEqualTo("_con.txt");
        assertThat(FileName.of("a\"b<c>.txt")).isEqualTo("a_b_c_.txt");
    }

    @Property
    void neverReturnsSomethingDangerous(@ForAll String given) {
        String name = FileName.of(given);
        assertThat(name)
                .isNotBlank()
                .doesNotContain("/", "\\", "\"", "\r", "\n", "\u0000", "\u202e")
                .doesNotStartWith(".");
        assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(131);
    }
}
