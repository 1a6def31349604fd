package io.minigram.botdetector.reviews;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Takes the notes on an account away when the account is erased. What was decided stays in the log,
 * which holds ids only. Replicas may look at the same time: a note goes once.
 */
@ApplicationScoped
class NoteErasureJob {

  private static final Logger LOG = Logger.getLogger(NoteErasureJob.class);

  private final ReviewConfig config;
  private final NoteWriter notes;

  NoteErasureJob(ReviewConfig config, NoteWriter notes) {
    this.config = config;
    this.notes = notes;
  }

  @Scheduled(every = "{minigram.reviews.erase-notes-every}", concurrentExecution = SKIP)
  Uni<Void> tick() {
    return notes
        .eraseNotesOfRemovedAccounts(config.notesAtOnce())
        .invoke(
            erased -> {
              if (erased > 0) {
                LOG.infof("Erased %d notes on accounts that are removed", erased);
              }
            })
        .onFailure()
        .invoke(e -> LOG.error("Notes were not erased; it is tried again on schedule", e))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }
}
