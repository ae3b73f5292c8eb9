package io.konsens.platform.engine;

import io.konsens.platform.ModelCheck;
import io.konsens.platform.Refusal;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cmmn.deployer.CmmnDeployer;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a deployed model may contain. A process owner redraws the negotiation; they are not given the machine.
 *
 * <p>Refused, at every door: scripts and scripted expressions, Java classes, shell and mail tasks, connectors, HTML forms,
 * and expressions that name anything but variables and {@link ModelBeans}. The expression guard would stop some of it when
 * it runs; here it is refused with a message while the process owner is still looking.
 */
class DeploymentPolicy implements Deployer {

    private final List<ModelCheck> checks;

    DeploymentPolicy(List<ModelCheck> checks) {
        this.checks = checks;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            deployment.getResources().values().forEach(this::check);
        }
    }

    private void check(ResourceEntity resource) {
        // The engine's own lists of endings: whatever it would read as a model is looked at.
        if (endsWith(resource, CmmnDeployer.CMMN_RESOURCE_SUFFIXES)) {
            throw Refusal.invalid("deployment.noCases", resource.getName());
        }
        if (endsWith(resource, BpmnDeployer.BPMN_RESOURCE_SUFFIXES)
                || endsWith(resource, DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES)) {
            checkModel(resource);
            checks.forEach(check -> check.check(resource.getName(), resource.getBytes()));
        }
    }

    private static boolean endsWith(ResourceEntity resource, String[] suffixes) {
        return Stream.of(suffixes).anyMatch(resource.getName()::endsWith);
    }

    private static void checkModel(ResourceEntity resource) {
        List<String> objections = new ArrayList<>();
        NodeList elements = parse(resource).getElementsByTagNameNS("*", "*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            ModelElements.objections(element).forEach(what -> objections.add(place(element) + ": " + what));
        }
        if (!objections.isEmpty()) {
            throw Refusal.invalid("deployment.refused", resource.getName(), String.join("; ", objections));
        }
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
            factory.setCoalescing(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // Which throws, where the parser's own one would print.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(resource.getBytes()));
        } catch (Exception e) {
            throw Refusal.invalid("deployment.unreadable", resource.getName(), String.valueOf(e.getMessage()));
        }
    }
}
