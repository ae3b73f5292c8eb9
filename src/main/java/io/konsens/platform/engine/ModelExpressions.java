package io.konsens.platform.engine;

import java.util.Set;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * What an expression in a model may say: variables, operators, the engine's own functions, and calls of {@link ModelBeans}.
 * Read with the engine's parser, so that it cannot understand an expression otherwise than the engine will.
 */
final class ModelExpressions {

    private static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups", "now", "dateTime");
    private static final Builder PARSER = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    private ModelExpressions() {}

    /** Whether the text holds no expression or only harmless ones. */
    static boolean isHarmless(String text) {
        if (!text.contains("${") && !text.contains("#{")) {
            return true;
        }
        try {
            return isHarmless(PARSER.build(text).getRoot());
        } catch (TreeBuilderException e) {
            return false;
        }
    }

    /** Whether the text is one of our beans and nothing else, as where the engine expects a delegate. */
    static boolean isModelBean(String text) {
        return text.strip().matches("[$#]\\{\\s*\\w+\\s*}") && ModelBeans.NAMES.contains(text.replaceAll("\\W", ""));
    }

    private static boolean isHarmless(Node node) {
        if (node instanceof AstProperty || (node instanceof AstFunction call && !FUNCTIONS.contains(call.getName()))) {
            return false;
        }
        boolean call = node instanceof AstMethod;
        if (call && !isOfModelBean(node.getChild(0))) {
            return false;
        }
        for (int i = call ? 1 : 0; i < node.getCardinality(); i++) {
            if (!isHarmless(node.getChild(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfModelBean(Node method) {
        return method instanceof AstDot
                && method.getChild(0) instanceof AstIdentifier bean
                && ModelBeans.NAMES.contains(bean.getName());
    }
}
