package io.minigram.botdetector.reviews;

import io.minigram.botdetector.suspects.SuspectsRepository;
import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.edge.sql.SqlFile;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;

/** Writes what moderators do. */
@ApplicationScoped
class ReviewRepository {

  private static final String SEEN = read("/sql/reviews/seen.sql");
  private static final String ENSURE_CASE = read("/sql/reviews/ensure_case.sql");

  private final SuspectsRepository suspects;

  ReviewRepository(SuspectsRepository suspects) {
    this.suspects = suspects;
  }

  /**
   * Takes a step, logs it and publishes what it changes. The row lock lines up moderators who come
   * at once: the first wins and each of the others sees what it did.
   *
   * <p>Fails with a {@link RequestException}: NOT_FOUND if there is no such account, or if it does
   * not stand flagged and the step needs that; CONFLICT, which names what happened last, if the
   * moderator has seen another version, flags what stands flagged, or undoes where no decision
   * stands.
   */
  @WithTransaction
  Uni<Void> take(Step step) {
    return ensureCase(step)
        .flatMap(ready -> locked(step.userId()))
        .onItem()
        .ifNull()
        .failWith(() -> notFlagged(step))
        .flatMap(review -> seen(step.userId()).flatMap(seen -> take(step, review, seen)))
        .flatMap(event -> log(event, step.note()))
        .call(() -> suspects.publish(step.userId()));
  }

  private static Uni<EventEntity> take(Step step, ReviewEntity review, Seen seen) {
    if (!seen.flagged() && step.kind() != CaseEventKind.FLAGGED) {
      throw notFlagged(step);
    }
    if (step.seenVersion() != review.version) {
      return conflict(
          step,
          review,
          seen,
          "version %d was given; read it again, then decide".formatted(step.seenVersion()));
    }
    return switch (step.kind()) {
      case FLAGGED ->
          seen.flagged()
              ? conflict(step, review, seen, "it is flagged already")
              : Uni.createFrom().item(review.flag(step, seen));
      case CONFIRMED -> Uni.createFrom().item(review.decide(step, seen, ReviewState.CONFIRMED));
      case DISMISSED -> Uni.createFrom().item(review.decide(step, seen, ReviewState.DISMISSED));
      case UNDONE ->
          review.state == ReviewState.OPEN
              ? conflict(step, review, seen, "there is no decision to undo")
              : undo(step, review, seen);
    };
  }

  private static Uni<EventEntity> undo(Step step, ReviewEntity review, Seen seen) {
    return event(review, review.standingVersion)
        .flatMap(
            decision ->
                event(review, decision.stoodVersion)
                    .map(before -> review.undo(step, seen, decision, before)));
  }

  private static Uni<Void> log(EventEntity event, String note) {
    return event
        .<EventEntity>persistAndFlush()
        .flatMap(
            logged ->
                note == null
                    ? Uni.createFrom().voidItem()
                    : NoteEntity.of(logged, note).persist().replaceWithVoid());
  }

  private static Uni<Void> ensureCase(Step step) {
    if (step.kind() != CaseEventKind.FLAGGED) {
      return Uni.createFrom().voidItem();
    }
    return seen(step.userId())
        .invoke(
            seen -> {
              if (!seen.registered()) {
                throw RequestException.of(
                    ErrorCode.NOT_FOUND, "There is no account " + step.userId());
              }
            })
        .flatMap(seen -> Panache.getSession())
        .flatMap(
            session ->
                session
                    .createNativeQuery(ENSURE_CASE)
                    .setParameter(1, step.userId())
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** The case, which nobody else changes until the transaction ends; null if there is none. */
  private static Uni<ReviewEntity> locked(long userId) {
    return ReviewEntity.<ReviewEntity>find("userId", userId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult();
  }

  private static Uni<EventEntity> event(ReviewEntity review, int version) {
    return EventEntity.findById(new EventEntity.Key(review.id, version));
  }

  private static Uni<Seen> seen(long userId) {
    return Panache.getSession()
        .flatMap(
            session ->
                session
                    .createNativeQuery(SEEN, Object[].class)
                    .setParameter(1, userId)
                    .getSingleResult())
        .map(
            row ->
                new Seen((Boolean) row[0], (Boolean) row[1], (Long) row[2], (BigDecimal) row[3]));
  }

  private static <T> Uni<T> conflict(Step step, ReviewEntity review, Seen seen, String reason) {
    return event(review, review.version)
        .map(
            last -> {
              throw RequestException.of(
                  ErrorCode.CONFLICT,
                  "Account %d is %s at version %d%s; %s"
                      .formatted(
                          review.userId,
                          seen.flagged() ? review.state : "not flagged",
                          review.version,
                          last == null ? "" : ", " + last.inWords(step.actor()),
                          reason));
            });
  }

  private static RequestException notFlagged(Step step) {
    return RequestException.of(ErrorCode.NOT_FOUND, "Account " + step.userId() + " is not flagged");
  }

  private static String read(String path) {
    return SqlFile.read(ReviewRepository.class, path);
  }
}
