package org.example;

import static java.lang.System.Logger.Level.INFO;

import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineCapability;
import io.qarion.core.engine.EngineSettings;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.plugin.EnginePlugin;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.plugins.engine.duckdb.DuckDbEnginePlugin;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens DuckDB, and logs how long each call of it took. */
public final class TimedEngine implements EnginePlugin {

  private static final System.Logger LOG = System.getLogger(TimedEngine.class.getName());

  private final EnginePlugin duckDb = new DuckDbEnginePlugin();

  @Override
  public List<String> engineTypes() {
    return List.of("duckdb_timed");
  }

  @Override
  public Set<EngineCapability> capabilities() {
    return duckDb.capabilities();
  }

  @Override
  public List<PropertyDeclaration> properties() {
    return duckDb.properties();
  }

  @Override
  public Engine open(EngineSettings settings) {
    return timed(Engine.class, duckDb.open(settings));
  }

  private static <T> T timed(Class<T> kind, T called) {
    Object timed =
        Proxy.newProxyInstance(
            kind.getClassLoader(),
            new Class<?>[] {kind},
            (_, method, arguments) -> call(called, method, arguments));
    return kind.cast(timed);
  }

  private static @Nullable Object call(
      Object called, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    long start = System.nanoTime();
    try {
      Object result = method.invoke(called, arguments);
      return result instanceof EngineTransaction transaction
          ? timed(EngineTransaction.class, transaction)
          : result;
    } catch (InvocationTargetException e) {
      throw Objects.requireNonNull(e.getCause());
    } finally {
      LOG.log(INFO, "{0} {1} ms", method.getName(), (System.nanoTime() - start) / 1_000_000);
    }
  }
}
