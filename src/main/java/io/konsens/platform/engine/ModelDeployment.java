package io.konsens.platform.engine;

import io.konsens.platform.AsSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models Konsens comes with: processes, decision tables and forms as one deployment with stable names, so
 * that the forms a process names are found in its own deployment.
 *
 * <p>Only if they differ from what Konsens deployed last: what a process owner deployed since then stays in force.
 */
@Component
@Order(1)
class ModelDeployment implements ApplicationRunner {

    private final RepositoryService repositoryService;
    private final AsSystem asSystem;

    ModelDeployment(RepositoryService repositoryService, AsSystem asSystem) {
        this.repositoryService = repositoryService;
        this.asSystem = asSystem;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        DeploymentBuilder deployment = repositoryService
                .createDeployment()
                .name("konsens")
                .source("konsens")
                .enableDuplicateFiltering(false);
        for (Resource model : new PathMatchingResourcePatternResolver().getResources("classpath*:models/*/*.*")) {
            add(deployment, model);
        }
        if (!deployment.getResourceNames().isEmpty()) {
            asSystem.run(deployment::deploy);
        }
    }

    private static void add(DeploymentBuilder deployment, Resource model) {
        try (InputStream content = model.getInputStream()) {
            deployment.addInputStream(model.getFilename(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
