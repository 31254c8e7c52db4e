package org.qipan.workflow;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.qipan.workflow.Course.Step;

/** Reads the named steps of a model, so that its course can be read aloud. */
final class CourseSteps {

    private static final Set<String> STEPS = Set.of(
            "userTask",
            "serviceTask",
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "subProcess",
            "callActivity");
    private static final XMLInputFactory XML = safe();

    private CourseSteps() {}

    static List<Step> of(Course course) {
        List<Step> steps = new ArrayList<>();
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(course.xml()));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT && STEPS.contains(reader.getLocalName())) {
                    add(steps, course, reader.getAttributeValue(null, "id"), reader.getAttributeValue(null, "name"));
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a deployed model", e);
        }
        return steps;
    }

    private static void add(List<Step> steps, Course course, String id, String name) {
        if (name == null || name.isBlank()) {
            return;
        }
        int tokens = course.active().getOrDefault(id, 0);
        steps.add(new Step(name, tokens > 0 ? "active" : course.done().contains(id) ? "done" : "ahead", tokens));
    }

    private static XMLInputFactory safe() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
