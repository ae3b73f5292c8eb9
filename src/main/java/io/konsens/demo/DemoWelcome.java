package io.konsens.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;

/** Says where to go and who one can be. */
class DemoWelcome {

    private static final Logger log = LoggerFactory.getLogger(DemoWelcome.class);

    @EventListener
    void greet(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof WebServerApplicationContext context)) {
            return;
        }
        String address = "http://localhost:" + context.getWebServer().getPort();
        log.info("""
                Konsens is running with its demo company.

                  Start here     {}/
                  Task list      {}/camunda/app/tasklist/
                  Cockpit        {}/camunda/app/cockpit/
                  API            {}/v3/api-docs

                  Log in with the name as password:
                  anna  ben  clara  david  eva  felix  greta  igor  julia  kevin (English)   reps
                  lukas  mara  nils  olga  paul  rosa  stefan  tina  ulrich  vera  wanda  yusuf
                  markus  sabine  claire (English)  nina (leads twelve)                      managers
                  helene  lothar  regional heads     regina  director
                  petra  process owner     frank  finance     admin  administrator
                """, address, address, address, address);
    }
}
