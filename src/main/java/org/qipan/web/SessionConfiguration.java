package org.qipan.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.support.TransactionOperations;

/** Sessions are rows of the database, so that any node serves anybody. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /**
     * Two windows of one person may put the same attribute into the session at once, on one node or on two. Spring Session's own statement
     * lets the second of them fail on the key of the row.
     */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer attributesWrittenAtOnce() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** A session is read and touched with every request, each by one statement, which needs no begin and no commit around it. */
    @Bean(name = "springSessionTransactionOperations", defaultCandidate = false)
    TransactionOperations sessionsByTheStatement() {
        return TransactionOperations.withoutTransaction();
    }
}
