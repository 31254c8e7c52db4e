package org.qipan.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.form.FormView;

/**
 * A section on the page of the editor.
 *
 * @param remark of the approver, null if none
 * @param values text of each field
 * @param errors text by field
 * @param seen what the page knew when it was shown
 * @param draft whether unsaved typing from earlier is shown
 * @param problems what is still missing before the plan can be submitted
 * @param tasks the rows of the section of tasks, each in one line
 * @param files the picker of the library, null in any other section
 * @param focus field the page begins at, empty for the section as a whole, null if it begins elsewhere
 */
record SectionView(
        String key,
        boolean have,
        boolean editable,
        @Nullable String remark,
        Map<String, String> values,
        List<Integer> rows,
        Map<String, String> errors,
        String seen,
        boolean draft,
        List<String> problems,
        List<TaskLine> tasks,
        FormView.@Nullable Field files,
        @Nullable String focus) {}
