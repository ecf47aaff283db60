package org.pilet.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "arve 2026.pdf, arve 2026.pdf",
        "../../etc/passwd, passwd",
        "C:\\Users\\anna\\foto.jpg, foto.jpg",
        "گزارش.pdf, گزارش.pdf",
        ".., file",
        ".htaccess, htaccess",
        "invoice\u202Efdp.exe, invoicefdp.exe",
        "a:b|c?.txt, abc.txt",
    })
    void is_true_to_the_sender_s_and_harmless(String given, String safe) {
        assertThat(FileName.safe(given)).isEqualTo(safe);
    }

    @Property
    void is_never_empty_never_long_never_a_path(@ForAll String given) {
        String safe = FileName.safe(given);

        assertThat(safe).isNotBlank().hasSizeLessThanOrEqualTo(150).doesNotContain("/", "\\", "\0", "\n");
    }
}
