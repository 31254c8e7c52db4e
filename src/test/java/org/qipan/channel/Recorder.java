package org.qipan.channel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A channel that keeps what it is given, or fails as a test wants. */
public final class Recorder implements Channel {

    public final List<Letter> taken = new CopyOnWriteArrayList<>();
    public final Deque<SendFailed> failures = new ArrayDeque<>();
    public Consumer<Letter> also = letter -> {};
    private final String code;

    public Recorder(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public void send(Letter letter) throws SendFailed {
        SendFailed failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        taken.add(letter);
        also.accept(letter);
    }

    public List<String> texts() {
        return taken.stream().map(Letter::text).toList();
    }
}
