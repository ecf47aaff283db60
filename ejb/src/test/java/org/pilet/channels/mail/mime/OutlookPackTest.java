package org.pilet.channels.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutlookPackTest {

    private static final int MESSAGE = 1;
    private static final int ATTACHMENT = 2;
    private static final int SUBJECT = 0x00018004;
    private static final int BODY = 0x0002800c;
    private static final int BEGINS = 0x00069002;
    private static final int TITLE = 0x00018010;
    private static final int DATA = 0x0006800f;
    private static final int PROPERTIES = 0x00069005;
    private static final int OBJECT = 0x3701000d;

    private static final byte[] INNER = pack(
            attribute(MESSAGE, SUBJECT, zero("Old order")),
            attribute(MESSAGE, BODY, zero("The words within")),
            attribute(ATTACHMENT, BEGINS, new byte[14]),
            attribute(ATTACHMENT, TITLE, zero("list.csv")),
            attribute(ATTACHMENT, DATA, "1;2".getBytes(StandardCharsets.US_ASCII)));

    @Test
    void a_message_that_was_forwarded_within_a_pack_is_unpacked_with_its_files() {
        OutlookPack pack = OutlookPack.in(pack(
                attribute(MESSAGE, BODY, zero("See below")),
                attribute(ATTACHMENT, BEGINS, new byte[14]),
                attribute(ATTACHMENT, PROPERTIES, object(INNER))));
        assertThat(pack.text()).isEqualTo("See below");
        assertThat(pack.files()).extracting(InnerFile::name).containsExactly("Old order.txt", "list.csv");
        assertThat(new String(pack.files().get(0).bytes(), StandardCharsets.UTF_8))
                .isEqualTo("The words within");
    }

    @Test
    void a_pack_that_is_a_file_of_a_pack_is_unpacked_too() {
        OutlookPack pack = OutlookPack.in(pack(
                attribute(MESSAGE, BODY, zero("See below")),
                attribute(ATTACHMENT, BEGINS, new byte[14]),
                attribute(ATTACHMENT, TITLE, zero("winmail.dat")),
                attribute(ATTACHMENT, DATA, INNER)));
        assertThat(pack.files()).extracting(InnerFile::name).containsExactly("Old order.txt", "list.csv");
    }

    @Test
    void what_cannot_be_read_within_keeps_nothing_else_back() {
        OutlookPack pack = OutlookPack.in(pack(
                attribute(MESSAGE, BODY, zero("See below")),
                attribute(ATTACHMENT, BEGINS, new byte[14]),
                attribute(ATTACHMENT, PROPERTIES, object(new byte[] {1, 2, 3, 4, 5, 6, 7, 8})),
                attribute(ATTACHMENT, BEGINS, new byte[14]),
                attribute(ATTACHMENT, TITLE, zero("list.csv")),
                attribute(ATTACHMENT, DATA, "1;2".getBytes(StandardCharsets.US_ASCII))));
        assertThat(pack.text()).isEqualTo("See below");
        assertThat(pack.files()).extracting(InnerFile::name).containsExactly("list.csv");
    }

    private static byte[] pack(byte[]... attributes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x78, (byte) 0x9f, 0x3e, 0x22, 1, 0});
        for (byte[] attribute : attributes) {
            out.writeBytes(attribute);
        }
        return out.toByteArray();
    }

    private static byte[] attribute(int level, int id, byte[] data) {
        int sum = 0;
        for (byte each : data) {
            sum += each & 255;
        }
        return little(11 + data.length)
                .put((byte) level)
                .putInt(id)
                .putInt(data.length)
                .put(data)
                .putShort((short) sum)
                .array();
    }

    /** One property: an object, its identity before it, padded to whole words. */
    private static byte[] object(byte[] content) {
        int length = 16 + content.length;
        return little(16 + (length + 3) / 4 * 4)
                .putInt(1)
                .putInt(OBJECT)
                .putInt(1)
                .putInt(length)
                .put(new byte[16])
                .put(content)
                .array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] zero(String words) {
        return (words + "\0").getBytes(StandardCharsets.ISO_8859_1);
    }
}
