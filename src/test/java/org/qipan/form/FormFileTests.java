package org.qipan.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormFileTests {

    private final CamundaForms forms = FormFixture.forms();

    @ParameterizedTest
    @ValueSource(strings = {"iframe", "html", "image", "button", "expression", "script", ""})
    void namesTheComponentTypeItDoesNotKnow(String type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forms.parse(form("{\"type\":\"" + type + "\",\"id\":\"x\"}")))
                .withMessageContaining("component type " + type + " is not supported");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"textfield","id":"a","key":"a.b","label":"x"} | not a key
            {"type":"textfield","id":"a","label":"x"} | not a key
            {"type":"textfield","id":"a","key":"_csrf","label":"x"} | not a key
            {"type":"textfield","id":"a","key":"a"} | label
            {"type":"textfield","id":"a","key":"a","label":"x"},{"type":"number","id":"b","key":"a","label":"y"} | used twice
            {"type":"textfield","id":"a","key":"a","label":"x","conditional":{"hide":"=1 +"}} | form x
            {"type":"textfield","id":"a","key":"a","label":"x","validate":{"pattern":"("}} | not a pattern
            {"type":"textfield","id":"a","key":"a","label":"x","readonly":"=b"} | not an expression
            {"type":"number","id":"a","key":"a","label":"x","validate":{"min":"=b"}} | limits are numbers
            {"type":"datetime","id":"a","key":"a","label":"x","subtype":"week"} | kind of date
            {"type":"dynamiclist","id":"l","path":"l","label":"x","components":[{"type":"dynamiclist","id":"m","path":"m","label":"y"}]} | list within
            {"type":"group","id":"g","label":"x","path":"g"} | path
            """)
    void refusesFormsItCouldNotCheck(String components, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forms.parse(form(components)))
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "[]", "{\"id\":\"x\"}", "{\"id\":\"x\",\"schemaVersion\":99,\"components\":[]}"})
    void refusesWhatIsNoForm(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> forms.parse(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../application", "every-component.form", "no-such-form", "__${7*7}__"})
    void findsFormsByPlainNameOnly(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> forms.named(id));
    }

    @Test
    void parsesAFormOnce() {
        assertThat(forms.named("every-component")).isSameAs(forms.named("every-component"));
    }

    private static String form(String components) {
        return "{\"id\":\"x\",\"schemaVersion\":18,\"components\":[" + components + "]}";
    }
}
