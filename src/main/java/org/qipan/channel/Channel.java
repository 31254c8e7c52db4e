package org.qipan.channel;

/** One way out of Qipan. Called inside a transaction that holds one row: it answers or gives up within ten seconds. */
public interface Channel {

    /** {@code sms}, {@code chat}, {@code mail} or {@code file}: column {@code outbox.channel} and last part of message keys. */
    String code();

    /** Returns once the other side has taken the letter over. */
    void send(Letter letter) throws SendFailed;
}
