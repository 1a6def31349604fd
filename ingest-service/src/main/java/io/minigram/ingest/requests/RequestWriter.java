package io.minigram.ingest.requests;

import io.minigram.ingest.transactions.NumberedStatement;
import io.minigram.ingest.transactions.Transaction;
import io.minigram.ingest.transactions.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Remembers requests with a key and what was answered. */
@ApplicationScoped
public class RequestWriter {

  private static final int FORGOTTEN_AT_ONCE = 10_000;

  private final RequestConfig config;
  private final Transactions transactions;
  private final NumberedStatement findRequests = statement("find_requests.sql");
  private final NumberedStatement recordRequests = statement("record_requests.sql");
  private final NumberedStatement forgetRequests = statement("forget_requests.sql");

  RequestWriter(RequestConfig config, Transactions transactions) {
    this.config = config;
    this.transactions = transactions;
  }

  private static NumberedStatement statement(String file) {
    return NumberedStatement.read("/sql/requests/" + file);
  }

  /** A request that was answered before. */
  public record Answered(byte[] fingerprint, String answer) {}

  /** Somebody has answered one of the requests in the meantime. */
  public static final class TakenException extends RuntimeException {
    private TakenException() {
      super("A request was answered in the meantime", null, false, false);
    }
  }

  /** Those of these requests that were answered before. */
  public Map<Request.Name, Answered> find(List<Request> requests) {
    return transactions
        .run(
            transaction ->
                transaction.query(
                    findRequests,
                    row ->
                        Map.entry(
                            new Request.Name(row.text(1), row.text(2), row.text(3)),
                            new Answered(row.bytes(4), row.text(5))),
                    requests.stream().map(Request::caller).toArray(String[]::new),
                    requests.stream().map(Request::operation).toArray(String[]::new),
                    requests.stream().map(Request::key).toArray(String[]::new)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Remembers answers, in the transaction of what they tell of; to be called last in it.
   *
   * @param answers JSON by request
   * @throws TakenException if one of them was answered by another transaction
   */
  public void record(Transaction transaction, Map<Request, String> answers) {
    if (answers.isEmpty()) {
      return;
    }
    // in order, so that two transactions wait for each other in one direction only
    var requests =
        answers.keySet().stream()
            .sorted(
                Comparator.comparing(Request::caller)
                    .thenComparing(Request::operation)
                    .thenComparing(Request::key))
            .toList();
    int recorded =
        transaction.execute(
            recordRequests,
            requests.stream().map(Request::caller).toArray(String[]::new),
            requests.stream().map(Request::operation).toArray(String[]::new),
            requests.stream().map(Request::key).toArray(String[]::new),
            requests.stream().map(Request::fingerprint).toArray(byte[][]::new),
            requests.stream().map(answers::get).toArray(String[]::new));
    if (recorded < requests.size()) {
      throw new TakenException();
    }
  }

  /** Forgets what is older than it has to be kept, some of it at a time. */
  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void forget() {
    int forgotten;
    do {
      forgotten =
          transactions.run(
              transaction ->
                  transaction.execute(
                      forgetRequests, config.kept().toSeconds(), FORGOTTEN_AT_ONCE));
    } while (forgotten == FORGOTTEN_AT_ONCE);
  }
}
