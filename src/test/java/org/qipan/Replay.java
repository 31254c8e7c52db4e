package org.qipan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.qipan.campaign.Demo;
import org.qipan.complaint.PetitionHall;
import org.qipan.workflow.EngineContext;
import org.springframework.boot.test.context.SpringBootTest;

/** The whole product and its demo on a database of their own, where time moves by hand: one context for every class that carries this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {QipanApplication.class, TestDatabase.Connection.class, Demo.class, PetitionHall.class},
        properties = {EngineContext.NO_JOBS, "qipan.local=true", "spring.application.name=replay"})
public @interface Replay {}
