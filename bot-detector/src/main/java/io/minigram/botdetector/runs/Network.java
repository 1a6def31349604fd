package io.minigram.botdetector.runs;

import io.minigram.botdetector.scoring.AccountActivity;
import java.util.List;

/** The facts that a run scores, all of one moment. */
record Network(Watermark watermark, long photos, List<AccountActivity> accounts) {

  long likes() {
    return accounts.stream().mapToLong(AccountActivity::photosLiked).sum();
  }
}
