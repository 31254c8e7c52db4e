package org.qipan.demand;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.qipan.page.Texts;
import org.qipan.task.Once;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A form of those who look after matters: done once (303), or refused and shown again with all that was typed (422). */
@Component
public class FormActs {

    private final Once once;
    private final Texts texts;

    FormActs(Once once, Texts texts) {
        this.once = once;
        this.texts = texts;
    }

    /** @param route what is asked for, for example {@code POST /complaints/…/supervision} */
    public record Sent(UUID key, UUID staff, String route, MultiValueMap<String, String> fields) {}

    /**
     * @param notice key of what the next page says first
     * @param act gives the address to go to
     * @param again the page as it is shown when the act is refused: texts by field, {@code form} for what belongs to none
     */
    public ModelAndView run(
            Sent sent,
            String notice,
            RedirectAttributes flash,
            Supplier<String> act,
            Function<Map<String, String>, ModelAndView> again) {
        try {
            return texts.to(
                    once.run(sent.key(), sent.staff(), sent.route(), Once.hash(sent.fields()), act), flash, notice);
        } catch (Once.KeyReused e) {
            return refused(again, Map.of("form", texts.text("task.refused.key")));
        } catch (Refused e) {
            Map<String, String> errors = e.byField(texts);
            return refused(again, errors);
        }
    }

    private static ModelAndView refused(Function<Map<String, String>, ModelAndView> again, Map<String, String> errors) {
        ModelAndView page = again.apply(errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }
}
