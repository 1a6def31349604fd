package io.minigram.workbench.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;

/** The program that {@link BareServer} runs; workbench's own jar has no Vert.x. */
final class BareHttpServer {

  private BareHttpServer() {}

  /** Listens at the port that is named first, and answers with the file that is named second. */
  public static void main(String[] arguments) {
    int port = Integer.parseInt(arguments[0]);
    var vertx = Vertx.vertx();
    var body = vertx.fileSystem().readFileBlocking(arguments[1]);
    // as many as Quarkus has event loops
    var options =
        new DeploymentOptions().setInstances(2 * Runtime.getRuntime().availableProcessors());
    vertx.deployVerticle(() -> new Answering(port, body), options);
  }

  private static final class Answering extends AbstractVerticle {

    private final int port;
    private final Buffer body;

    private Answering(int port, Buffer body) {
      this.port = port;
      this.body = body;
    }

    @Override
    public void start() {
      vertx
          .createHttpServer()
          .requestHandler(
              request ->
                  request.endHandler(
                      end ->
                          request
                              .response()
                              .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                              .end(body)))
          .listen(port, "localhost");
    }
  }
}
