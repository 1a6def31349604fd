package io.minigram.workbench.network;

import java.lang.reflect.RecordComponent;
import java.util.Map;

/** The text that tells with what parameters a network was made, in the format of properties. */
final class NetworkDescription {

  /** To be raised when the same parameters give other files than before. */
  private static final int GENERATOR_VERSION = 1;

  private NetworkDescription() {}

  static String of(NetworkParameters parameters, Network network, Map<String, Long> rows) {
    var text = new StringBuilder("# A synthetic network, made by 'workbench generate'\n");
    line(text, "generator", GENERATOR_VERSION);
    for (var component : NetworkParameters.class.getRecordComponents()) {
      line(text, component.getName(), value(component, parameters));
    }
    line(text, "count.bots", network.bots().length);
    line(text, "count.influencers", network.influencers().length);
    rows.forEach((file, count) -> line(text, "rows." + file, count));
    return text.toString();
  }

  private static Object value(RecordComponent component, NetworkParameters parameters) {
    try {
      return component.getAccessor().invoke(parameters);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + component, e);
    }
  }

  private static void line(StringBuilder text, String key, Object value) {
    text.append(key).append('=').append(value).append('\n');
  }
}
