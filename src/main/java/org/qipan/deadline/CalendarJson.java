package org.qipan.deadline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The two shapes in which holiday tables are published as JSON: {@code {"holidays": {date: name}, "workingWeekends": {…}}} and
 * {@code {"days": [{"date", "name", "isOffDay"}]}}.
 */
final class CalendarJson {

    private final CalendarFile file;

    CalendarJson(CalendarFile file) {
        this.file = file;
    }

    void read(String text) {
        try (JsonParser json = new JsonFactory().createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "holidays" -> named(json, "holiday");
                    case "workingWeekends" -> named(json, "workday");
                    case "days" -> listed(json);
                    default -> json.skipChildren();
                }
            }
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            file.error(at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr(), "syntax", "");
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory does not fail", e);
        }
    }

    private void named(JsonParser json, String kind) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            syntax(json);
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            JsonLocation at = json.currentTokenLocation();
            String date = json.currentName();
            String name = json.nextToken().isScalarValue() ? json.getText() : "";
            json.skipChildren();
            file.add(at.getLineNr(), at.getColumnNr(), date, kind, name);
        }
    }

    private void listed(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            syntax(json);
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            JsonLocation at = json.currentTokenLocation();
            Map<String, String> day = new HashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                day.put(field, json.nextToken().isScalarValue() ? json.getText() : "");
                json.skipChildren();
            }
            String off = day.getOrDefault("isOffDay", "");
            String kind = off.equals("true") ? "holiday" : off.equals("false") ? "workday" : off;
            file.add(
                    at.getLineNr(), at.getColumnNr(), day.getOrDefault("date", ""), kind, day.getOrDefault("name", ""));
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            syntax(json);
        }
    }

    private void syntax(JsonParser json) {
        JsonLocation at = json.currentTokenLocation();
        file.error(at.getLineNr(), at.getColumnNr(), "syntax", "");
    }
}
