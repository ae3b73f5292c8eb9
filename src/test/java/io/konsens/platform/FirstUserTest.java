package io.konsens.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.konsens.platform.doors.DoorTest;
import io.konsens.testing.SalesTeam;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Who can log in to an installation that nobody has been given to yet. */
class FirstUserTest {

    @Nested
    @DoorTest
    class WithAPassword {

        @Test
        void the_administrator_is_a_process_owner_too(@Autowired IdentityService identityService) {
            assertThat(identityService.checkPassword("admin", SalesTeam.PASSWORD))
                    .isTrue();
            assertThat(identityService.createGroupQuery().groupMember("admin").list())
                    .extracting(group -> group.getId())
                    .containsExactlyInAnyOrder(Groups.ADMIN, Groups.PROCESS_OWNER);
        }

        @Test
        void nothing_of_the_demo_is_there(
                @Autowired ApplicationContext context, @Autowired IdentityService identityService) {
            assertThat(context.getBeanDefinitionNames())
                    .noneMatch(name -> context.getType(name) != null
                            && context.getType(name).getPackageName().equals("io.konsens.demo")
                            && !name.equals("demoConfiguration"));
            assertThat(identityService.createUserQuery().userId("petra").count())
                    .isZero();
        }
    }

    @Nested
    @DoorTest
    @TestPropertySource(properties = {"konsens.admin-password=", "konsens.identity.initial-password="})
    class Without {

        @Test
        void there_is_no_administrator_and_nobody_can_log_in(@Autowired IdentityService identityService) {
            assertThat(identityService
                            .createUserQuery()
                            .memberOfGroup(Groups.ADMIN)
                            .count())
                    .isZero();
            for (String guess : new String[] {"", "r1", "R1", "password", "null"}) {
                assertThat(identityService.checkPassword("r1", guess)).isFalse();
            }
        }
    }
}
