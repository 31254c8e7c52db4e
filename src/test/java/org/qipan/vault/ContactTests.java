package org.qipan.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactTests {

    @ParameterizedTest
    @CsvSource({
        "13800138000, 13800138000",
        "138 0013-8000, 13800138000",
        "+86 138 0013 8000, 13800138000",
        "0086-13800138000, 13800138000",
        "１３８００１３８０００, 13800138000",
        "0760-88888888, 076088888888",
        "8613800, 8613800",
        "44200019900101123X, 44200019900101123x",
        "Wang.Wu@Example.COM, wang.wu@example.com",
        "' - ', ''"
    })
    void bringsEveryWayOfWritingToOne(String written, String plain) {
        assertThat(Contact.plain(written)).isEqualTo(plain);
    }
}
