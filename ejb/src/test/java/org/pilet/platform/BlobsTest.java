package org.pilet.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresExtension.class)
class BlobsTest {

    private final Blobs blobs;

    BlobsTest(Sql sql) {
        blobs = new Blobs(sql, new Clock());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 262_143, 262_144, 262_145, 1_000_003})
    void gives_back_what_was_stored_whatever_the_size(int size) throws Exception {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);

        BlobRef stored = blobs.store(new ByteArrayInputStream(content));

        assertThat(stored.size()).isEqualTo(size);
        assertThat(stored.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        assertThat(blobs.ref(stored.id())).isEqualTo(stored);
        try (InputStream opened = blobs.open(stored.id())) {
            assertThat(opened.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void reads_single_bytes_as_unsigned() throws IOException {
        BlobRef stored = blobs.store(new ByteArrayInputStream(new byte[] {(byte) 0xff, 0}));

        try (InputStream opened = blobs.open(stored.id())) {
            assertThat(opened.read()).isEqualTo(255);
            assertThat(opened.read()).isZero();
            assertThat(opened.read()).isEqualTo(-1);
        }
    }

    @Test
    void refuses_what_was_never_stored() {
        assertThatThrownBy(() -> blobs.open(-1)).isInstanceOf(NotFound.class);
    }
}
