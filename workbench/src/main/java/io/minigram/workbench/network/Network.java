package io.minigram.workbench.network;

import java.io.IOException;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A network as tables. It holds the moments and owners of users and photos; everything else is
 * drawn while it is written. The tables may be written at the same time by different threads.
 */
final class Network {

  private final NetworkParameters parameters;
  private final Streams streams;
  private final Timeline timeline;
  private final Population population;
  private final Influencers influencers;
  private final Bots bots;

  Network(NetworkParameters parameters) {
    this.parameters = parameters;
    this.streams = new Streams(parameters.seed());
    this.timeline = new Timeline(parameters.start(), parameters.end());
    this.population = Population.draw(parameters, timeline, streams);
    this.influencers = Influencers.draw(parameters, population, streams.of("influencers"));
    this.bots = Bots.draw(parameters, influencers, streams.of("bots"));
  }

  Timeline timeline() {
    return timeline;
  }

  int[] bots() {
    return bots.members();
  }

  int[] influencers() {
    return influencers.members();
  }

  /** What the services may see, in the order in which it is loaded. */
  List<NetworkTable> tables() {
    var tagged = tagTimes();
    return List.of(
        new NetworkTable("users.csv", "id,username,created_at", parameters.users(), this::users),
        new NetworkTable(
            "photos.csv", "id,image_url,user_id,created_at", parameters.photos(), this::photos),
        new NetworkTable(
            "tags.csv", "id,tag_name,created_at", parameters.tags(), out -> tags(tagged, out)),
        new NetworkTable(
            "photo_tags.csv",
            "photo_id,tag_id",
            parameters.photoTagDraws(),
            out -> photoTags(tagged, out)),
        follows(),
        likes(),
        comments());
  }

  /** What only the makers of a network know. */
  List<NetworkTable> truth() {
    return List.of(members("bots.csv", bots()), members("influencers.csv", influencers()));
  }

  private void users(RowWriter out) throws IOException {
    var random = streams.of("usernames");
    var usernames = new Usernames();
    for (int user = 0; user < population.users(); user++) {
      out.number(user + 1L);
      usernames.write(random, out);
      out.time(population.registered()[user]).end();
    }
  }

  private void photos(RowWriter out) throws IOException {
    var images = new ImageAddresses(streams.of("images"));
    for (int photo = 0; photo < population.photos(); photo++) {
      out.number(photo + 1L);
      images.write(photo + 1L, out);
      out.number(population.owner()[photo] + 1L).time(population.posted()[photo]).end();
    }
  }

  private int[] tagTimes() {
    var random = streams.of("tags");
    int latest = timeline.secondOf(parameters.tagEnd());
    var times = new int[parameters.tags()];
    for (int tag = 0; tag < times.length; tag++) {
      times[tag] = timeline.until(latest, random);
    }
    return times;
  }

  /** The published names in their order; beyond them, the same names with a number. */
  private static void tags(int[] times, RowWriter out) throws IOException {
    var names = Words.readFirstColumn(Network.class.getResourceAsStream("/network/tags.csv"));
    for (int tag = 0; tag < times.length; tag++) {
      out.number(tag + 1L).text(names[tag % names.length]);
      int repetition = tag / names.length;
      if (repetition > 0) {
        out.append(repetition + 1L);
      }
      out.time(times[tag]).end();
    }
  }

  private void photoTags(int[] tagTimes, RowWriter out) throws IOException {
    var random = streams.of("photo_tags");
    for (long draw = 0; draw < parameters.photoTagDraws(); draw++) {
      int photo = random.nextInt(population.photos());
      int tag = random.nextInt(tagTimes.length);
      if (population.posted()[photo] >= tagTimes[tag]) {
        out.number(photo + 1L).number(tag + 1L).end();
      }
    }
  }

  private NetworkTable follows() {
    var mixture = new Mixture(parameters.followDraws(), this::drawFollow, influencers);
    return new NetworkTable(
        "follows.csv",
        "follower_id,followee_id,created_at",
        mixture.size(),
        out -> {
          var random = streams.of("follows");
          var registered = population.registered();
          mixture.forEach(
              random,
              (follower, followee) -> {
                int earliest = Math.max(registered[follower], registered[followee]);
                int time = timeline.from(earliest, random);
                out.number(follower + 1L).number(followee + 1L).time(time).end();
              });
        });
  }

  private void drawFollow(UniformRandomProvider random, Action action) throws IOException {
    int follower = random.nextInt(population.users());
    int followee = random.nextInt(population.users());
    if (follower != followee && !influencers.contains(followee)) {
      action.of(follower, followee);
    }
  }

  private NetworkTable likes() {
    var fans =
        new FanActions(influencers, parameters.likingFollowers(), streams.of("liking followers"));
    var mixture =
        new Mixture(
            parameters.likeDraws(),
            (random, action) ->
                action.of(random.nextInt(population.users()), random.nextInt(population.photos())),
            bots.and(fans));
    return new NetworkTable(
        "likes.csv",
        "user_id,photo_id,created_at",
        mixture.size(),
        out -> {
          var random = streams.of("likes");
          mixture.forEach(
              random,
              (user, photo) -> {
                int earliest =
                    parameters
                        .likesFrom()
                        .of(population.registered()[user], population.posted()[photo]);
                int time = timeline.from(earliest, random);
                out.number(user + 1L).number(photo + 1L).time(time).end();
              });
        });
  }

  private NetworkTable comments() {
    var conversations = new Conversations(parameters, streams);
    var fans =
        new FanActions(
            influencers, parameters.commentingFollowers(), streams.of("commenting followers"));
    var mixture = new Mixture(conversations.comments(), conversations.fromTheStart(), fans);
    return new NetworkTable(
        "comments.csv",
        "id,comment_text,photo_id,user_id,created_at",
        mixture.size(),
        out -> {
          var random = streams.of("comments");
          var sentences = new Sentences();
          mixture.forEach(
              random,
              (user, photo) -> {
                int earliest = Math.max(population.registered()[user], population.posted()[photo]);
                out.number(out.rows() + 1);
                sentences.write(random, out);
                out.number(photo + 1L).number(user + 1L);
                out.time(timeline.from(earliest, random)).end();
              });
        });
  }

  private static NetworkTable members(String file, int[] users) {
    return new NetworkTable(
        "truth/" + file,
        "user_id",
        users.length,
        out -> {
          for (int user : users) {
            out.number(user + 1L).end();
          }
        });
  }
}
