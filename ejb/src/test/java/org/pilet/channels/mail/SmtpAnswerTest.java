package org.pilet.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class SmtpAnswerTest {

    @Test
    void a_server_that_cannot_be_reached_or_closes_down_says_nothing_about_the_mail() {
        assertThat(SmtpAnswer.isAboutServer(new MessagingException("x", new java.net.ConnectException("refused"))))
                .isTrue();
        assertThat(SmtpAnswer.isAboutServer(new MessagingException("421 4.3.2 closing down")))
                .isTrue();
        assertThat(SmtpAnswer.isAboutServer(new MessagingException("450 4.2.0 greylisted")))
                .isFalse();
        assertThat(SmtpAnswer.isAboutServer(new MessagingException("550 no such user")))
                .isFalse();
        assertThat(SmtpAnswer.isAboutServer(new MessagingException("cannot read the attachment")))
                .isFalse();
    }

    @Test
    void a_five_hundred_is_final_and_a_four_hundred_is_not() {
        assertThat(SmtpAnswer.isFinal(refused("550 5.1.1 <x@y>: User unknown"))).isTrue();
        assertThat(SmtpAnswer.isFinal(refused("451 4.3.0 Try again later"))).isFalse();
        assertThat(SmtpAnswer.isFinal(refused("552-5.7.0 Attachment refused"))).isTrue();
    }

    @Test
    void a_server_that_is_away_is_not_final() {
        MessagingException away = new MessagingException(
                "Couldn't connect to host, port: localhost, 3025", new ConnectException("Connection refused"));
        assertThat(SmtpAnswer.isFinal(away)).isFalse();
        assertThat(SmtpAnswer.isFinal(new MessagingException("Exception reading response")))
                .isFalse();
    }

    @Test
    void with_one_recipient_to_be_tried_again_nothing_is_final() {
        SendFailedException both = new SendFailedException("Invalid Addresses");
        both.setNextException(refused("550 User unknown"));
        MessagingException second = new MessagingException("451 greylisted");
        ((MessagingException) both.getNextException()).setNextException(second);
        assertThat(SmtpAnswer.isFinal(both)).isFalse();
        assertThat(SmtpAnswer.words(both)).contains("550 User unknown").contains("451 greylisted");
    }

    @Test
    void no_address_is_final() {
        assertThat(SmtpAnswer.isFinal(new AddressException("Illegal address"))).isTrue();
    }

    private static MessagingException refused(String words) {
        SendFailedException outer = new SendFailedException("Invalid Addresses");
        outer.setNextException(new MessagingException(words));
        return outer;
    }
}
