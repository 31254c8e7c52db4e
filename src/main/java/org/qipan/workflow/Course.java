package org.qipan.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * Where an instance is on its diagram, its steps named in the language of the reader; printed by fragment {@code components/diagram :: diagram(course)}.
 *
 * @param xml the model with its diagram, as deployed with the instance
 * @param active ids of elements that hold a token, with how many
 * @param done ids of elements and flows passed
 */
public record Course(String xml, Map<String, Integer> active, Set<String> done) {

    private static final Pattern NAMED = Pattern.compile("(<[^<>]*?\\bid=\"([^\"]+)\"[^<>]*?\\bname=\")([^\"]*)");

    /** A step in words. @param state part of a message key: {@code active}, {@code done} or {@code ahead} @param tokens how many wait there */
    public record Step(String name, String state, int tokens) {}

    /** The named steps in the order of the model, so that the drawing can be read aloud. */
    public List<Step> steps() {
        return CourseSteps.of(this);
    }

    /** The same in other words. @param names gives the name of an element by its id, and the name it has */
    Course named(BinaryOperator<String> names) {
        String named = NAMED.matcher(xml)
                .replaceAll(element -> Matcher.quoteReplacement(element.group(1)
                        + HtmlUtils.htmlEscape(
                                names.apply(element.group(2), HtmlUtils.htmlUnescape(element.group(3))))));
        return new Course(named, active, done);
    }

    /** The same with these numbers at elements, for example of many instances of one model. */
    public Course counting(Map<String, Integer> numbers) {
        Map<String, Integer> all = new HashMap<>(active);
        all.putAll(numbers);
        return new Course(xml, all, done);
    }
}
