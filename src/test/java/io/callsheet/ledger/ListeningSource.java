package io.callsheet.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Hears every statement that is executed, with its values. */
final class ListeningSource extends DelegatingDataSource {

  /** By text: of each only the first with its values. */
  final Map<String, Heard> heard = new LinkedHashMap<>();

  ListeningSource(DataSource source) {
    super(source);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection real = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, args) -> {
              Object result = call(real, method, args);
              return result instanceof PreparedStatement statement
                  ? listening(statement, (String) args[0])
                  : result;
            });
  }

  private PreparedStatement listening(PreparedStatement real, String sql) {
    List<Call> values = new ArrayList<>();
    return (PreparedStatement)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (proxy, method, args) -> {
              boolean isValue =
                  method.getName().startsWith("set") && method.getParameterCount() > 1;
              if (isValue) {
                values.add(new Call(method, args));
              } else if (method.getName().startsWith("execute")
                  || method.getName().equals("addBatch")) {
                heard.putIfAbsent(sql, new Heard(sql, List.copyOf(values)));
              }
              return call(real, method, args);
            });
  }

  private static Object call(Object target, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  record Call(Method method, Object[] args) {}

  /** A statement that was executed. */
  record Heard(String sql, List<Call> values) {

    /** Gives the values to a statement with the same places. */
    void fill(PreparedStatement statement) throws Exception {
      for (Call call : values) {
        call.method().invoke(statement, call.args());
      }
    }
  }
}
