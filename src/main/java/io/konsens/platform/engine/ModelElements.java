package io.konsens.platform.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * What the elements of a model may carry. Of the engine's extensions only those listed here are let through: there are
 * many ways to name a Java class or a command, and a list of the forbidden would miss one.
 */
final class ModelElements {

    /** The engine still reads its extensions under the name of its predecessor, too. */
    private static final Set<String> EXTENSIONS =
            Set.of("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn");

    private static final Set<String> EXTENSION_ELEMENTS = words("""
            executionListener taskListener failedJobRetryTimeCycle errorEventDefinition potentialStarter in out
            inputOutput inputParameter outputParameter list map entry value properties property
            """);
    private static final Set<String> EXTENSION_ATTRIBUTES = words("""
            async asyncBefore asyncAfter exclusive jobPriority taskPriority historyTimeToLive isStartableInTasklist
            versionTag initiator candidateStarterUsers candidateStarterGroups assignee candidateUsers candidateGroups
            dueDate followUpDate priority formKey formRef formRefBinding formRefVersion delegateExpression expression
            type topic resultVariable decisionRef decisionRefBinding decisionRefVersion decisionRefVersionTag
            decisionRefTenantId mapDecisionResult calledElementBinding calledElementVersion calledElementVersionTag
            calledElementTenantId collection elementVariable errorCodeVariable errorMessageVariable errorMessage
            escalationCodeVariable variableName variableEvents diagramRelationId
            modelerTemplate modelerTemplateVersion modelerTemplateIcon
            """);

    private static final Set<String> CODE = Set.of("scriptTask", "script", "connector");
    private static final Set<String> CODE_ATTRIBUTES = Set.of("class", "resource", "scriptFormat");
    private static final Set<String> LANGUAGE_ATTRIBUTES = Set.of("language", "expressionLanguage");

    private ModelElements() {}

    /** What is wrong with this element, its children aside; empty if nothing is. */
    static List<String> objections(Element element) {
        List<String> objections = new ArrayList<>();
        boolean extension = isExtension(element);
        if (CODE.contains(element.getLocalName())
                || (extension && !EXTENSION_ELEMENTS.contains(element.getLocalName()))) {
            objections.add(element.getTagName());
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (!isAllowed(attribute, extension)) {
                objections.add(attribute.getName() + "=" + attribute.getValue());
            }
        }
        String text = text(element);
        if (!ModelExpressions.isHarmless(text)) {
            objections.add(text.strip());
        }
        return objections;
    }

    private static boolean isAllowed(Attr attribute, boolean inExtension) {
        String name = attribute.getLocalName();
        String value = attribute.getValue();
        boolean extension = isExtension(attribute);
        if (extension && !EXTENSION_ATTRIBUTES.contains(name)) {
            return false;
        }
        if (LANGUAGE_ATTRIBUTES.contains(name) && !isHarmlessLanguage(value)) {
            return false;
        }
        if (extension || inExtension) {
            if (CODE_ATTRIBUTES.contains(name)
                    || (name.equals("delegateExpression") && !ModelExpressions.isModelBean(value))
                    // An HTML form would run its scripts in the browser of everybody who opens the task.
                    || (name.equals("formKey") && !value.startsWith("camunda-forms:"))
                    || (extension && name.equals("type") && !value.equals("external"))) {
                return false;
            }
        }
        return ModelExpressions.isHarmless(value);
    }

    /** A language is named by its name, or by the address of its specification. */
    private static boolean isHarmlessLanguage(String language) {
        String lower = language.toLowerCase(Locale.ROOT);
        return lower.equals("feel")
                || lower.equals("juel")
                || lower.matches("https?://www\\.omg\\.org/spec/.*feel.*/?");
    }

    private static boolean isExtension(Node node) {
        @Nullable String namespace = node.getNamespaceURI();
        return namespace != null && EXTENSIONS.contains(namespace);
    }

    private static String text(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString();
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
