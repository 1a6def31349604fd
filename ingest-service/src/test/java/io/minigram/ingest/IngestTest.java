package io.minigram.ingest;

import io.minigram.workbench.testing.MiniGramDatabase;
import io.minigram.workbench.testing.TestUsers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the running ingest-service on a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(
    value = MiniGramDatabase.class,
    initArgs = @ResourceArg(name = "role", value = "INGEST_SERVICE"))
@QuarkusTestResource(TestUsers.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface IngestTest {}
