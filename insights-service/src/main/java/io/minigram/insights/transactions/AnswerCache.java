package io.minigram.insights.transactions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Answers that were worked out before. An answer depends on the version of the roll-ups, the
 * statement and its arguments, and on nothing else, so it never has to be taken back: it is not
 * asked for any more once there is a newer version.
 */
@Singleton
class AnswerCache {

  private record Question(long version, String statement, Class<?> shape, List<Object> arguments) {}

  private final Cache<Question, List<?>> answers;

  AnswerCache(ReadingConfig config, MeterRegistry metrics) {
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(config.cachedRows())
            .<Question, List<?>>weigher((question, rows) -> 1 + rows.size())
            .recordStats()
            .build();
    CaffeineCacheMetrics.monitor(metrics, answers, "minigram.answers");
  }

  /** The answer as it was given to the same question at the same version; null if it was not. */
  @SuppressWarnings("unchecked")
  <T> List<T> find(long version, String statement, Object shape, Tuple arguments) {
    return (List<T>) answers.getIfPresent(question(version, statement, shape, arguments));
  }

  void keep(long version, String statement, Object shape, Tuple arguments, List<?> answer) {
    answers.put(question(version, statement, shape, arguments), answer);
  }

  private static Question question(long version, String statement, Object shape, Tuple arguments) {
    var values = new ArrayList<Object>(arguments.size());
    for (int position = 0; position < arguments.size(); position++) {
      values.add(comparable(arguments.getValue(position)));
    }
    return new Question(version, statement, shape.getClass(), values);
  }

  private static Object comparable(Object value) {
    return value != null && value.getClass().isArray()
        ? IntStream.range(0, Array.getLength(value)).mapToObj(i -> Array.get(value, i)).toList()
        : value;
  }
}
