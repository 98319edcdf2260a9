package cz.okenko.gateway.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The gateway's own description of its routes, and what in an answer is not as it says.
final class Description {
  private final JsonNode openApi;

  Description(JsonNode openApi) {
    this.openApi = openApi;
  }

  /// An operation as `get /api/office`.
  Set<String> operations() {
    var operations = new TreeSet<String>();
    for (Map.Entry<String, JsonNode> path : openApi.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        operations.add(operation.getKey() + " " + path.getKey());
      }
    }
    return operations;
  }

  JsonNode operation(String name) {
    String[] parts = name.split(" ", 2);
    return openApi.path("paths").path(parts[1]).path(parts[0]);
  }

  /// The kinds of webhooks that go out, in order.
  List<String> webhooks() {
    return openApi.path("webhooks").propertyStream().map(Map.Entry::getKey).sorted().toList();
  }

  /// What a webhook of that kind says.
  JsonNode webhook(String kind) {
    return openApi
        .path("webhooks")
        .path(kind)
        .at("/post/requestBody/content/application~1json/schema");
  }

  JsonNode schema(String name) {
    return openApi.path("components").path("schemas").path(name);
  }

  /// References that lead nowhere.
  List<String> dangling() {
    return openApi.findValuesAsText("$ref").stream()
        .filter(ref -> openApi.at(ref.substring(1)).isMissingNode())
        .toList();
  }

  /// What in the value is not as the schema says.
  List<String> faults(JsonNode schema, JsonNode value) {
    var faults = new ArrayList<String>();
    check(schema, value, "", faults);
    return faults;
  }

  private void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
    if (schema.has("$ref")) {
      check(openApi.at(schema.path("$ref").asText().substring(1)), value, at, faults);
      return;
    }
    if (!isOfType(schema.path("type").asText(), value)) {
      faults.add(at + " is no " + schema.path("type").asText() + ": " + value);
    }
    boolean named = schema.path("enum").isEmpty() || schema.path("enum").valueStream().anyMatch(value::equals);
    boolean constant = !schema.has("const") || schema.path("const").equals(value);
    boolean shaped = !schema.has("pattern") || value.asText().matches(schema.path("pattern").asText());
    if (!named || !constant || !shaped) {
      faults.add(at + " may not be " + value);
    }
    for (JsonNode required : schema.path("required")) {
      if (!value.has(required.asText())) {
        faults.add(at + " lacks " + required.asText());
      }
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      if (schema.path("properties").has(member.getKey())) {
        JsonNode own = schema.path("properties").path(member.getKey());
        check(own, member.getValue(), at + "/" + member.getKey(), faults);
      } else if (schema.has("properties")) {
        faults.add(at + "/" + member.getKey() + " is not described");
      }
    }
    if (value.isArray()) {
      value.forEach(item -> check(schema.path("items"), item, at + "/*", faults));
    }
  }

  private static boolean isOfType(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      default -> false;
    };
  }
}
