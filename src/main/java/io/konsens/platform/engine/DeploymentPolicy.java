package io.konsens.platform.engine;

import io.konsens.platform.Refusal;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/**
 * What a deployed model may contain. A process owner redraws the negotiation; they are not given the machine.
 *
 * <p>Refused, at every door: scripts and scripted expressions, Java classes, connectors, and expressions that name
 * anything but variables and {@link ModelBeans}. The expression guard would stop most of it when it runs; here it is
 * refused with a message while the process owner is still looking.
 */
class DeploymentPolicy implements Deployer {

    private static final Set<String> MODELS = Set.of("bpmn", "bpmn20.xml", "dmn", "dmn11.xml", "cmmn", "cmmn10.xml");
    private static final Set<String> FORBIDDEN_ELEMENTS = Set.of("scriptTask", "script", "connector");
    private static final Set<String> FORBIDDEN_ATTRIBUTES = Set.of("class", "resource", "scriptFormat");
    private static final String CAMUNDA_BPMN = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern METHOD_CALL = Pattern.compile("([A-Za-z_]\\w*)\\s*\\.\\s*([A-Za-z_]\\w*)\\s*\\(");
    private static final Set<String> LANGUAGES = Set.of("feel", "juel");

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            deployment.getResources().values().stream()
                    .filter(DeploymentPolicy::isModel)
                    .forEach(DeploymentPolicy::check);
        }
    }

    private static boolean isModel(ResourceEntity resource) {
        String name = resource.getName().toLowerCase(Locale.ROOT);
        return MODELS.stream().anyMatch(suffix -> name.endsWith("." + suffix));
    }

    private static void check(ResourceEntity resource) {
        List<String> objections = new ArrayList<>();
        NodeList elements = parse(resource).getElementsByTagNameNS("*", "*");
        for (int i = 0; i < elements.getLength(); i++) {
            check((Element) elements.item(i), objections);
        }
        if (!objections.isEmpty()) {
            throw Refusal.invalid("deployment.refused", resource.getName(), String.join("; ", objections));
        }
    }

    private static void check(Element element, List<String> objections) {
        if (FORBIDDEN_ELEMENTS.contains(element.getLocalName())) {
            objections.add(place(element) + ": " + element.getLocalName());
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            boolean ours = CAMUNDA_BPMN.equals(attribute.getNamespaceURI());
            if (FORBIDDEN_ATTRIBUTES.contains(attribute.getLocalName()) && (ours || isCamundaElement(element))) {
                objections.add(place(element) + ": " + attribute.getName() + "=" + attribute.getValue());
            }
            boolean language = attribute.getLocalName().equals("language")
                    || attribute.getLocalName().equals("expressionLanguage");
            if (language && !isHarmless(attribute.getValue())) {
                objections.add(place(element) + ": " + attribute.getName() + "=" + attribute.getValue());
            }
            checkExpression(element, attribute.getValue(), objections);
        }
        if (element.getElementsByTagNameNS("*", "*").getLength() == 0) {
            checkExpression(element, element.getTextContent(), objections);
        }
    }

    private static void checkExpression(Element element, String text, List<String> objections) {
        if (!text.contains("${") && !text.contains("#{")) {
            return;
        }
        Matcher call = METHOD_CALL.matcher(text);
        while (call.find()) {
            if (!ModelBeans.NAMES.contains(call.group(1))) {
                objections.add(place(element) + ": " + text.strip());
            }
        }
        if (text.contains("class") || text.contains("Class")) {
            objections.add(place(element) + ": " + text.strip());
        }
    }

    /** A language is named by its name, or by the address of its specification. */
    private static boolean isHarmless(String language) {
        String lower = language.toLowerCase(Locale.ROOT);
        return LANGUAGES.stream().anyMatch(lower::equals) || lower.matches("https?://www\\.omg\\.org/spec/.*feel.*/?");
    }

    private static boolean isCamundaElement(Element element) {
        return CAMUNDA_BPMN.equals(element.getNamespaceURI());
    }

    private static String place(Element element) {
        for (Element e = element; e != null; e = e.getParentNode() instanceof Element parent ? parent : null) {
            if (!e.getAttribute("id").isEmpty()) {
                return e.getAttribute("id");
            }
        }
        return element.getTagName();
    }

    private static Document parse(ResourceEntity resource) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(resource.getBytes()));
        } catch (Exception e) {
            throw Refusal.invalid("deployment.unreadable", resource.getName(), String.valueOf(e.getMessage()));
        }
    }
}
