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

/** Writes decisions. */
@ApplicationScoped
class ReviewRepository {

  private static final String STANDS_FLAGGED =
      SqlFile.read(ReviewRepository.class, "/sql/reviews/stands_flagged.sql");

  private final SuspectsRepository suspects;

  ReviewRepository(SuspectsRepository suspects) {
    this.suspects = suspects;
  }

  /**
   * Takes a decision and publishes what it changes. The row lock lines up moderators who decide at
   * once: the first wins and each of the others sees what it did.
   *
   * <p>Fails with a {@link RequestException}: NOT_FOUND if the account does not stand flagged,
   * CONFLICT if the moderator has seen another version of its review.
   */
  @WithTransaction
  Uni<Void> decide(Decision decision) {
    return ReviewEntity.<ReviewEntity>findById(decision.userId(), LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> notFlagged(decision))
        .call(() -> requireFlagged(decision))
        .invoke(review -> review.decide(decision))
        .call(review -> review.flush())
        .flatMap(review -> DecisionEntity.of(review).<DecisionEntity>persist())
        .flatMap(
            logged ->
                decision.note() == null
                    ? Uni.createFrom().voidItem()
                    : NoteEntity.of(logged, decision.note()).persist().replaceWithVoid())
        .call(() -> suspects.publish(decision.userId()));
  }

  private static Uni<Void> requireFlagged(Decision decision) {
    return Panache.getSession()
        .flatMap(
            session ->
                session
                    .createNativeQuery(STANDS_FLAGGED, Boolean.class)
                    .setParameter(1, decision.userId())
                    .getSingleResult())
        .invoke(
            flagged -> {
              if (!flagged) {
                throw notFlagged(decision);
              }
            })
        .replaceWithVoid();
  }

  private static RequestException notFlagged(Decision decision) {
    return RequestException.of(
        ErrorCode.NOT_FOUND, "Account " + decision.userId() + " is not flagged");
  }
}
