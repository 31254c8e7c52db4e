package org.qipan.notice;

import org.jspecify.annotations.Nullable;

/** Addresses as they may be shown: enough to recognise one's own, too little to call somebody. */
final class Masked {

    private Masked() {}

    static @Nullable String of(@Nullable String address) {
        if (address == null) {
            return null;
        }
        int at = address.lastIndexOf('@');
        if (at > 0) {
            return address.charAt(0) + "***" + address.substring(at);
        }
        return address.length() < 8
                ? address.charAt(0) + "***"
                : address.substring(0, 3) + "****" + address.substring(address.length() - 2);
    }
}
