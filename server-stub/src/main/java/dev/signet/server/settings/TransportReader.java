package dev.signet.server.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads how connections are made and kept. */
final class TransportReader {
  private TransportReader() {}

  static TransportSettings read(Values values) throws SettingsException {
    return new TransportSettings(
        tls(values),
        values.networks(Name.TRUSTED_PROXIES),
        ancestors(values),
        values.number(Name.CONNECTIONS, 1, 1_000_000),
        seconds(values, Name.TIMEOUT_HEADER_SECONDS),
        seconds(values, Name.TIMEOUT_BODY_SECONDS),
        seconds(values, Name.TIMEOUT_IDLE_SECONDS));
  }

  private static Optional<TransportSettings.Tls> tls(Values values) throws SettingsException {
    Optional<Path> certificate = values.path(Name.TLS_CERTIFICATE);
    Optional<Path> key = values.path(Name.TLS_KEY);
    if (certificate.isPresent() != key.isPresent()) {
      throw new SettingsException(
          (key.isPresent() ? Name.TLS_CERTIFICATE : Name.TLS_KEY).text,
          "has to be set too: tls.certificate and tls.key go together");
    }
    return certificate.map(file -> new TransportSettings.Tls(file, key.orElseThrow()));
  }

  private static List<Origin> ancestors(Values values) throws SettingsException {
    List<Origin> origins = new ArrayList<>();
    for (String item : values.items(Name.FRAME_ANCESTORS)) {
      if (!item.equals("none")) {
        origins.add(
            Origin.parse(item)
                .orElseThrow(
                    () ->
                        new SettingsException(
                            Name.FRAME_ANCESTORS.text,
                            "\"" + item + "\" is neither none nor an origin")));
      }
    }
    return List.copyOf(origins);
  }

  private static Duration seconds(Values values, Name name) throws SettingsException {
    return Duration.ofSeconds(values.number(name, 1, 3600));
  }
}
