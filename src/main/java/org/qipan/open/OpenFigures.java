package org.qipan.open;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.qipan.figure.Cell;
import org.qipan.figure.Column;
import org.qipan.figure.FigureScope;
import org.qipan.figure.Sheet;
import org.qipan.figure.StatisticalForm;
import org.qipan.figure.StatisticalForms;
import org.qipan.report.CampaignFacts;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Totals as they may be published: small numbers of people are not told. */
@Component
class OpenFigures {

    /** Fewer people than this could be recognised. */
    static final BigDecimal FEWEST = BigDecimal.valueOf(5);

    private final StatisticalForms forms;
    private final MessageSource messages;

    OpenFigures(StatisticalForms forms, MessageSource messages) {
        this.forms = forms;
        this.messages = messages;
    }

    /** A total in words. @param formula how it was worked out */
    record Figure(String name, String value, String measure, String formula) {}

    /** Totals of the whole campaign, never of one village. */
    List<Figure> of(CampaignFacts.Facts facts) {
        var scope = new FigureScope(facts.unit(), facts.id(), null, null);
        return forms.all().stream()
                .flatMap(form -> figures(form, scope).stream())
                .toList();
    }

    /** Totals of chosen measures; what has no record is left out. */
    List<Figure> of(Collection<String> measures, FigureScope scope) {
        return figures(forms.of("open", "", measures), scope);
    }

    private List<Figure> figures(StatisticalForm form, FigureScope scope) {
        Sheet.Row total = forms.fill(form, scope, List.of()).total();
        List<Figure> figures = new ArrayList<>();
        for (Column column : form.columns()) {
            Cell cell = total.cell(form, column.key());
            if (!cell.blank()) {
                figures.add(new Figure(
                        text(column.label()),
                        suppressed(column, cell) ? text("open.few", FEWEST) : cell.text(),
                        text("figure.unit." + column.unit()),
                        formula(column)));
            }
        }
        return figures;
    }

    private static boolean suppressed(Column column, Cell cell) {
        BigDecimal value = cell.value();
        return column.ofPersons()
                && value != null
                && (column.rate() || value.signum() > 0 && value.compareTo(FEWEST) < 0);
    }

    private String formula(Column column) {
        List<String> names = column.measures().stream()
                .map(measure -> text(forms.measure(measure).label()))
                .toList();
        return column.rate()
                ? text("report.formula.rate", names.get(0), names.get(1))
                : text("report.formula.sum", names.get(0));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
