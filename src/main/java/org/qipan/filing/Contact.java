package org.qipan.filing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How somebody can be reached. Kept in the vault; a page shows it only by 双人授权查看.
 *
 * @param safely when and how it is safe to reach him, in his words
 */
public record Contact(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String email,
        @Nullable String safely) {

    public static final Contact NONE = new Contact(null, null, null, null, null);

    /** Name and a way to write to him are clear: only then a written notice is due (信访工作条例 art. 23). */
    public boolean clear() {
        return name != null && (address != null || phone != null || email != null);
    }

    /** What is there, by the name of its field. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "name", name);
        put(fields, "phone", phone);
        put(fields, "address", address);
        put(fields, "email", email);
        put(fields, "safely", safely);
        return fields;
    }

    private static void put(Map<String, String> fields, String field, @Nullable String value) {
        if (value != null) {
            fields.put(field, value);
        }
    }
}
