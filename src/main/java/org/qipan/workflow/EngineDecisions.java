package org.qipan.workflow;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tables, asked by the embedded engine, which reads every cell anew each time. What a table says depends on nothing but what it is asked,
 * so answers are kept; a table of a later release is asked by nodes that started with it.
 */
@Service
@Transactional
class EngineDecisions implements Decisions {

    private static final int MOST = 10_000;

    private final DecisionService decisions;
    private final Map<Question, Map<String, Object>> answers = new ConcurrentHashMap<>();

    EngineDecisions(DecisionService decisions) {
        this.decisions = decisions;
    }

    private record Question(String decision, Map<String, ?> inputs) {}

    @Override
    public Map<String, Object> ask(String decision, Map<String, ?> inputs) {
        Question question = new Question(decision, new HashMap<>(inputs));
        Map<String, Object> known = answers.get(question);
        if (known != null) {
            return known;
        }
        if (answers.size() >= MOST) {
            answers.clear();
        }
        Map<String, Object> answer = answer(question);
        answers.put(question, answer);
        return answer;
    }

    private Map<String, Object> answer(Question question) {
        DmnDecisionRuleResult rule = decisions
                .evaluateDecisionTableByKey(question.decision(), new HashMap<>(question.inputs()))
                .getSingleResult();
        return rule == null ? Map.of() : Map.copyOf(rule.getEntryMap());
    }
}
