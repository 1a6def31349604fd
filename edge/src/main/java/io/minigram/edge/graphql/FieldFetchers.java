package io.minigram.edge.graphql;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.helper.FieldHelper;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.ClassloadingService;
import io.smallrye.graphql.spi.DataFetcherService;
import java.lang.reflect.Method;

/**
 * Reads the fields of what a resolver has answered. SmallRye's own fetcher first writes down, for
 * every field of every row, what is selected below it, twice, in case an accessor asks; none of
 * ours does, and an answer of two thousand fields took milliseconds longer for it.
 */
public final class FieldFetchers implements DataFetcherService {

  private static final int PRIORITY = 100;

  @Override
  public Integer getPriority() {
    return PRIORITY;
  }

  /** Null, which leaves it to SmallRye, for fields without an accessor. */
  @Override
  public PlugableDataFetcher<?> getFieldDataFetcher(Field field, Type type, Reference owner) {
    return field.getMethodName() == null ? null : new FieldFetcher(field, owner);
  }

  private static final class FieldFetcher
      implements PlugableDataFetcher<Object>, TrivialDataFetcher<Object> {

    private final Field field;
    private final Reference owner;
    private final FieldHelper helper;
    // looked up when it is first used: the schema is made while a native executable is built
    private volatile Method accessor;

    FieldFetcher(Field field, Reference owner) {
      this.field = field;
      this.owner = owner;
      this.helper = new FieldHelper(field);
    }

    @Override
    public Object get(DataFetchingEnvironment environment) throws Exception {
      try {
        return helper.transformOrAdaptResponse(
            accessor().invoke(environment.<Object>getSource()), environment);
      } finally {
        // as SmallRye's does: what is fetched next on this thread may be another operation's
        SmallRyeContextManager.clearCurrentSmallRyeContext();
      }
    }

    private Method accessor() throws NoSuchMethodException {
      if (accessor == null) {
        accessor =
            ClassloadingService.get()
                .loadClass(owner.getClassName())
                .getMethod(field.getMethodName());
      }
      return accessor;
    }
  }
}
