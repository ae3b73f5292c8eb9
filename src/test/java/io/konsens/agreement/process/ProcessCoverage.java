package io.konsens.agreement.process;

import static java.util.stream.Collectors.toCollection;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.Model;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.engine.platform7.ElementCoverageParseListener;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.TestConfiguration;

/**
 * Watches which flow nodes and sequence flows of the process models are really taken.
 *
 * <p>The library's own JUnit extension counts class by class, and its collector is not made for tests with several
 * threads; so only its listener and its report are used.
 */
@TestConfiguration
class ProcessCoverage extends AbstractCamundaConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ProcessCoverage.class);
    private static final Map<String, BpmnModelInstance> MODELS = Map.of(
            ProcessNames.PROCESS, read("target-agreement.bpmn"), ProcessNames.HANDOVER_PROCESS, read("handover.bpmn"));

    private final Suite suite = new Suite(ProcessNames.PROCESS, "Zielvereinbarung");
    private final DefaultCollector collector = new DefaultCollector(
            key -> new Model(key, elements(key).size(), "", Bpmn.convertToString(MODELS.get(key))));

    ProcessCoverage() {
        collector.createSuite(suite);
        collector.createRun(new Run("all", "all"), suite.getId());
        collector.activateSuite(suite.getId());
        collector.activateRun("all");
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        ElementCoverageParseListener listener = new ElementCoverageParseListener();
        listener.setCoverageState(this::add);
        configuration.getCustomPostBPMNParseListeners().add(listener);
    }

    private synchronized void add(Event event) {
        collector.addEvent(event);
    }

    /** Writes pictures of the covered models under {@code target}, and tells which elements were never reached. */
    synchronized Set<String> report() {
        CoverageReportUtil.createReport(collector, null);
        Set<String> missed = new TreeSet<>();
        for (String key : MODELS.keySet()) {
            Set<String> elements = elements(key);
            int all = elements.size();
            suite.getEvents(key).forEach(event -> elements.remove(event.getDefinitionKey()));
            log.info(
                    "Process coverage of {}: {} of {} flow nodes and sequence flows, see target/process-test-coverage",
                    key,
                    all - elements.size(),
                    all);
            elements.forEach(element -> missed.add(key + ": " + element));
        }
        return missed;
    }

    private static BpmnModelInstance read(String file) {
        return Bpmn.readModelFromFile(Path.of("processes", file).toFile());
    }

    private static Set<String> elements(String key) {
        BpmnModelInstance model = MODELS.get(key);
        return Stream.concat(
                        model.getModelElementsByType(FlowNode.class).stream(),
                        model.getModelElementsByType(SequenceFlow.class).stream())
                .map(BaseElement::getId)
                .collect(toCollection(TreeSet::new));
    }
}
