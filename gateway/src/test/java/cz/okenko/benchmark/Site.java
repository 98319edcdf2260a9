package cz.okenko.benchmark;

import cz.okenko.benchmark.ServerProcess.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where the servers run: how each is called, and a folder that is thrown away afterwards.
///
/// @param product the product's command, without what it is to do
/// @param bare the bare server's command, without the port and folder
record Site(Path folder, List<String> product, List<String> bare) {

  /// Options for the product alone come before its class path, at the same place as the cache's.
  Plan product(String data, List<String> options) throws IOException {
    Files.createDirectories(folder.resolve(data));
    var command = new ArrayList<>(product);
    command.addAll(1, options);
    command.add("serve");
    var environment =
        Map.of(
            "OKENKO_PORT", "PORT",
            "OKENKO_DATA_DIR", folder.resolve(data).toString(),
            "OKENKO_CONTENT", "shipped");
    return new Plan(command, environment, folder.resolve("product.log"));
  }

  Plan bare(String data, List<String> options) throws IOException {
    Files.createDirectories(folder.resolve(data));
    var command = new ArrayList<>(bare);
    command.addAll(1, options);
    command.addAll(List.of("PORT", folder.resolve(data).toString()));
    return new Plan(command, Map.of(), folder.resolve("bare.log"));
  }

  /// The product without Java's cache of loaded classes.
  Site uncached() {
    return new Site(folder, without(product), without(bare));
  }

  private static List<String> without(List<String> command) {
    return command.stream().filter(word -> !word.startsWith("-XX:AOTCache=")).toList();
  }

  /// A number asked of a database that a server has written.
  long count(String database, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(database));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getLong(1);
    }
  }

  /// Pauses of the collector, from its log, in milliseconds.
  List<Double> pauses(String log) throws IOException {
    return Files.readAllLines(folder.resolve(log)).stream()
        .filter(line -> line.contains("Pause") && line.endsWith("ms"))
        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1, line.length() - 2)))
        .toList();
  }
}
