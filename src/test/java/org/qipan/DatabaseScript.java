package org.qipan;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** Runs a script of {@code src/main/docker/postgres} as {@code psql} does: {@code \getenv}, {@code :'variable'} and {@code \connect}. */
public final class DatabaseScript {

    private DatabaseScript() {}

    public static void run(PGSimpleDataSource server, Path script, Map<String, String> environment)
            throws SQLException {
        Map<String, String> variables = new HashMap<>();
        StringBuilder statement = new StringBuilder();
        Connection connection = server.getConnection();
        try {
            for (String line : ProjectFiles.text(script).lines().toList()) {
                String[] words = line.split("\\s+");
                if (words[0].equals("\\getenv")) {
                    variables.put(words[1], environment.get(words[2]));
                } else if (words[0].equals("\\connect")) {
                    connection.close();
                    server.setDatabaseName(words[1]);
                    connection = server.getConnection();
                } else if (!line.startsWith("--")) {
                    statement.append(line).append('\n');
                }
                if (line.endsWith(";")) {
                    execute(connection, put(statement.toString(), variables));
                    statement.setLength(0);
                }
            }
        } finally {
            connection.close();
        }
    }

    private static String put(String statement, Map<String, String> variables) {
        String result = statement;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            result = result.replace(
                    ":'" + variable.getKey() + "'", "'" + variable.getValue().replace("'", "''") + "'");
        }
        return result;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
