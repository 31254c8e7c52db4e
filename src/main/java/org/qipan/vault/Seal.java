package org.qipan.vault;

/** Seals texts that belong to no case and are soon gone, such as what somebody has typed and not sent, under a secret of the installation. */
public interface Seal {

    /** @param place where it will be kept; it opens at the same place only */
    byte[] seal(String place, String text);

    /** @throws SealBroken if what is stored is not what was sealed for this place */
    String open(String place, byte[] sealed);
}
