package io.minigram.workbench.testing.access;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/**
 * Every route of a running service: those of its REST resources, and those that Quarkus and its
 * extensions have put into the router. Routes for every path are filters, or lead to REST
 * resources; a path that nobody has listed stands for them.
 */
final class HttpSurface {

  /** A route that no service has. */
  static final HttpRoute UNLISTED = new HttpRoute("any other", "", "/nobody-listed-this", "");

  private static final String UNKNOWN_ID = "9223372036854775807";

  /** Only adds headers: quarkus.http.filter. */
  private static final String HEADER_FILTER =
      "io.quarkus.vertx.http.runtime.options.HttpServerCommonHandlers$";

  private final Set<HttpRoute> routes = new LinkedHashSet<>();

  HttpSurface(Router router) {
    addRoutes("", router);
    addResources();
    routes.add(UNLISTED);
  }

  List<HttpRoute> routes() {
    return List.copyOf(routes);
  }

  private void addRoutes(String mountPoint, Router router) {
    for (var route : router.getRoutes()) {
      var path = route.getPath();
      var mounted = handlers(route).flatMap(HttpSurface::routers).toList();
      if (!mounted.isEmpty()) {
        mounted.forEach(inner -> addRoutes(mountPoint + path.replaceAll("/$", ""), inner));
      } else if (route.isRegexPath()) {
        if (!handlers(route).allMatch(HttpSurface::isHeaderFilter)) {
          // a pattern is the name of its route
          throw new AssertionError(
              "Tell %s a path for the route %s".formatted(getClass(), route.getName()));
        }
      } else if (path != null && !path.equals("/")) {
        add(mountPoint + path, route);
      }
    }
  }

  private void add(String path, Route route) {
    var filled = path.replaceAll(":\\w+", UNKNOWN_ID);
    if (route.methods() == null || route.methods().isEmpty()) {
      routes.add(new HttpRoute("route " + path, "", filled, ""));
    } else {
      route
          .methods()
          .forEach(
              method ->
                  routes.add(new HttpRoute(method.name() + " " + path, method.name(), filled, "")));
    }
  }

  private static boolean isHeaderFilter(Object handler) {
    return handler.getClass().getName().startsWith(HEADER_FILTER);
  }

  /** What a route does. Vert.x does not tell, so this looks inside. */
  private static Stream<?> handlers(Route route) {
    try {
      var state = route.getClass().getDeclaredMethod("state");
      state.setAccessible(true);
      var handlers = state.getReturnType().getDeclaredMethod("getContextHandlers");
      handlers.setAccessible(true);
      var found = (List<?>) handlers.invoke(state.invoke(route));
      return found == null ? Stream.empty() : found.stream();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("Vert.x keeps its routes in another way now", e);
    }
  }

  /** The routers that a handler leads into. */
  private static Stream<Router> routers(Object handler) {
    return Arrays.stream(handler.getClass().getDeclaredFields())
        .filter(field -> Router.class.isAssignableFrom(field.getType()))
        .map(
            field -> {
              try {
                field.setAccessible(true);
                return (Router) field.get(handler);
              } catch (IllegalAccessException e) {
                throw new AssertionError(e);
              }
            });
  }

  private void addResources() {
    var deployment = ResteasyReactiveRecorder.getCurrentDeployment();
    if (deployment == null) {
      return;
    }
    for (var resource : deployment.getClassMappers()) {
      for (var handler : resource.value.handlers) {
        if (handler instanceof ClassRoutingHandler routing) {
          routing
              .getMappers()
              .forEach(
                  (method, mapper) ->
                      mapper
                          .getTemplates()
                          .forEach(
                              template ->
                                  addResource(
                                      method,
                                      (resource.template.template + template.template.template)
                                          .replaceAll("(?<=.)/$", ""),
                                      template.value)));
        }
      }
    }
  }

  private void addResource(String method, String template, RuntimeResource resource) {
    if (method == null) {
      throw new AssertionError(
          template + " is a sub-resource locator, which this cannot look into");
    }
    var consumed = new ArrayList<>(resource.getConsumes());
    routes.add(
        new HttpRoute(
            method + " " + template,
            method,
            template.replaceAll("\\{[^}]*}", UNKNOWN_ID),
            consumed.isEmpty() ? "" : consumed.get(0).toString()));
  }
}
