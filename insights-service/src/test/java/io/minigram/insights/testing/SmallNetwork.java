package io.minigram.insights.testing;

import io.minigram.insights.rolling.RollUps;
import io.minigram.workbench.testing.OwnerDatabase;

/**
 * Five users, small enough to work everything out by hand.
 *
 * <pre>
 * user    registered       photos  likes          comments    follows
 * 1 ann   2023-01-02 Mon   10, 11  12             12, 12      cleo
 * 2 ben   2023-04-04 Tue   12      10, 13         10, 11      ann
 * 3 cleo  2024-01-03 Wed   13      10, 11         10          ann, ben
 * 4 dan   2024-07-04 Thu           10, 11, 12                 ann, ben
 * 5 eve   2024-12-21 Sat           10, 11, 12, 13
 *
 * photo       posted                 likes  comments  likes + 1.5 x comments  tags
 * 10 of ann   2023-05-01 08:15 Mon   4      2         7                       love, love, cute
 * 11 of ann   2024-02-06 20:00 Tue   3      1         4.5                     cute
 * 12 of ben   2024-03-06 08:45 Wed   3      2         6                       love
 * 13 of cleo  2024-08-08 21:00 Thu   2      0         2                       zebra
 * </pre>
 *
 * The newest event is eve's last like, on 2024-12-30, so rates are measured on 2024-12-31: ann is
 * 729 days old then, ben 637, cleo 363, dan 180 and eve 10. Two tags are called "love".
 */
public final class SmallNetwork {

  private SmallNetwork() {}

  /** Puts these facts in place of all others, and rolls them up. */
  public static void load() {
    loadFacts();
    RollUps.roll();
  }

  /** Puts these facts in place of all others. */
  public static void loadFacts() {
    OwnerDatabase.clear();
    OwnerDatabase.execute(
        """
        insert into facts.users (id, username, created_at, batch_id) values
          (1, 'ann',  '2023-01-02 08:00:00Z', 1),
          (2, 'ben',  '2023-04-04 09:00:00Z', 1),
          (3, 'cleo', '2024-01-03 10:00:00Z', 1),
          (4, 'dan',  '2024-07-04 11:00:00Z', 1),
          (5, 'eve',  '2024-12-21 12:00:00Z', 1);

        insert into facts.photos (id, owner_id, image_url, created_at, batch_id) values
          (10, 1, 'https://example.org/10', '2023-05-01 08:15:00Z', 1),
          (11, 1, 'https://example.org/11', '2024-02-06 20:00:00Z', 1),
          (12, 2, 'https://example.org/12', '2024-03-06 08:45:00Z', 1),
          (13, 3, 'https://example.org/13', '2024-08-08 21:00:00Z', 1);

        insert into facts.tags (id, name, created_at, batch_id) values
          (1, 'love',  '2019-01-01 00:00:00Z', 1),
          (2, 'cute',  '2019-01-01 00:00:00Z', 1),
          (3, 'love',  '2019-01-01 00:00:00Z', 1),
          (4, 'zebra', '2019-01-01 00:00:00Z', 1);

        insert into facts.photo_tags (photo_id, tag_id, batch_id) values
          (10, 1, 1), (10, 2, 1), (10, 3, 1), (11, 2, 1), (12, 1, 1), (13, 4, 1);

        insert into facts.likes (photo_id, user_id, created_at, batch_id) values
          (12, 1, '2024-03-07 10:00:00Z', 1), -- Thursday
          (10, 2, '2023-05-02 10:00:00Z', 1), -- Tuesday
          (13, 2, '2024-08-09 10:00:00Z', 1), -- Friday
          (10, 3, '2024-03-04 10:00:00Z', 1), -- Monday
          (11, 3, '2024-03-05 10:00:00Z', 1), -- Tuesday
          (10, 4, '2024-07-08 10:00:00Z', 1), -- Monday
          (11, 4, '2024-07-09 10:00:00Z', 1), -- Tuesday
          (12, 4, '2024-07-10 10:00:00Z', 1), -- Wednesday
          (10, 5, '2024-12-22 10:00:00Z', 1), -- Sunday
          (11, 5, '2024-12-23 10:00:00Z', 1), -- Monday
          (12, 5, '2024-12-24 10:00:00Z', 1), -- Tuesday
          (13, 5, '2024-12-30 10:00:00Z', 1); -- Monday

        insert into facts.comments (photo_id, id, user_id, comment_text, created_at, batch_id) values
          (10, 1, 2, 'nice',  '2023-05-03 10:00:00Z', 1), -- Wednesday
          (10, 2, 3, 'great', '2024-03-04 10:00:00Z', 1), -- Monday
          (11, 1, 2, 'again', '2024-02-07 10:00:00Z', 1), -- Wednesday
          (12, 1, 1, 'oh',    '2024-03-08 10:00:00Z', 1), -- Friday
          (12, 2, 1, 'ah',    '2024-03-09 10:00:00Z', 1); -- Saturday

        insert into facts.follows (followee_id, follower_id, created_at, batch_id) values
          (1, 2, '2023-05-05 10:00:00Z', 1), -- Friday
          (1, 3, '2024-01-05 10:00:00Z', 1), -- Friday
          (1, 4, '2024-07-06 10:00:00Z', 1), -- Saturday
          (2, 3, '2024-02-03 10:00:00Z', 1), -- Saturday
          (2, 4, '2024-07-07 10:00:00Z', 1), -- Sunday
          (3, 1, '2024-03-03 10:00:00Z', 1); -- Sunday
        """);
    RollUps.tellBatches();
  }
}
