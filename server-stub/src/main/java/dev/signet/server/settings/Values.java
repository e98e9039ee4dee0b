package dev.signet.server.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The raw values with the environment laid over them, and their reading by type. */
final class Values {
  private final Properties given;
  private final Map<String, String> environment;

  Values(Properties given, Map<String, String> environment) {
    this.given = given;
    this.environment = environment;
  }

  /** The value, or its default; an empty value is as good as none. */
  Optional<String> optional(Name name) {
    String value = environment.getOrDefault(name.variable(), given.getProperty(name.text));
    return value == null || value.isBlank()
        ? Optional.ofNullable(name.byDefault)
        : Optional.of(value.strip());
  }

  /** The value of a setting that has a default. */
  String text(Name name) {
    return optional(name).orElseThrow();
  }

  boolean flag(Name name) throws SettingsException {
    return choice(name, "on", "off").equals("on");
  }

  String choice(Name name, String... allowed) throws SettingsException {
    String value = text(name);
    if (!List.of(allowed).contains(value)) {
      throw new SettingsException(
          name.text, "\"" + value + "\" is none of " + String.join(", ", allowed));
    }
    return value;
  }

  int number(Name name, int least, int most) throws SettingsException {
    String value = text(name);
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Falls through to the one message that both causes share.
    }
    throw new SettingsException(
        name.text, "\"" + value + "\" is not a whole number from " + least + " to " + most);
  }

  /** The items of a list, with commas between them. */
  List<String> items(Name name) {
    return Arrays.stream(optional(name).orElse("").split(",", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  List<Path> paths(Name name) throws SettingsException {
    List<Path> paths = new ArrayList<>();
    for (String item : items(name)) {
      paths.add(path(name, item));
    }
    return List.copyOf(paths);
  }

  Optional<Path> path(Name name) throws SettingsException {
    Optional<String> text = optional(name);
    return text.isPresent() ? Optional.of(path(name, text.get())) : Optional.empty();
  }

  List<Network> networks(Name name) throws SettingsException {
    List<Network> networks = new ArrayList<>();
    for (String item : items(name)) {
      networks.add(
          Network.parse(item)
              .orElseThrow(
                  () ->
                      new SettingsException(
                          name.text, "\"" + item + "\" is not a network, such as 10.0.0.0/8")));
    }
    return List.copyOf(networks);
  }

  private static Path path(Name name, String text) throws SettingsException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new SettingsException(name.text, "\"" + text + "\" is not a path");
    }
  }
}
