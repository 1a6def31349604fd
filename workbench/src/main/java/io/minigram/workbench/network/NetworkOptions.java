package io.minigram.workbench.network;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * What a caller says about a network, in a program or (as a picocli mixin) on a command line. What
 * is left out follows from what is said: volumes keep the proportions of the published network of
 * 5,000 users, and the defaults of everything give that network.
 */
public final class NetworkOptions {

  private static final LocalDateTime START = LocalDateTime.of(2014, 1, 1, 0, 0);
  private static final LocalDateTime END = LocalDateTime.of(2024, 12, 31, 23, 59, 59);
  private static final LocalDateTime TAG_END = LocalDateTime.of(2019, 12, 31, 23, 59, 59);

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Same seed and parameters, same files. Default: 42")
  private Long seed;

  @Option(names = "--users", paramLabel = "N", description = "Default: 5000")
  private Integer users;

  @Option(names = "--photos", paramLabel = "N", description = "Default: 5 a user")
  private Integer photos;

  @Option(
      names = "--tags",
      paramLabel = "N",
      description = "Default: 250; more than that are numbered")
  private Integer tags;

  @Option(
      names = "--photo-tag-draws",
      paramLabel = "N",
      description =
          "Uniform pairs of photo and tag, less those whose photo is older than the tag. Default: 4"
              + " a photo")
  private Long photoTagDraws;

  @Option(
      names = "--follow-draws",
      paramLabel = "N",
      description =
          "Uniform pairs of users, less self-follows and those towards influencers, who get their"
              + " own. Default: 5 a user")
  private Long followDraws;

  @Option(
      names = "--like-draws",
      paramLabel = "N",
      description =
          "Uniform pairs of user and photo, beside the likes by bots and followers. Default: 10 a"
              + " photo")
  private Long likeDraws;

  @Option(
      names = "--comment-draws",
      paramLabel = "N",
      description =
          "Uniform photos; each that is drawn at least once is commented on. Default: 0.96 a photo")
  private Long commentDraws;

  @Option(
      names = "--comment-mean",
      paramLabel = "X",
      description = "Such a photo gets round(|N(mean, sd)|) comments. Default: 15")
  private Double commentMean;

  @Option(names = "--comment-sd", paramLabel = "X", description = "Default: 15")
  private Double commentDeviation;

  @Option(
      names = "--bots",
      paramLabel = "VOLUME",
      converter = VolumeReader.class,
      description = "Of the users; never influencers. Default: 0.98%%")
  private Volume bots;

  @Option(
      names = "--bot-likes",
      paramLabel = "VOLUME",
      converter = VolumeReader.class,
      description = "Photos that each bot likes, of all photos. Default: 5%%..7%%")
  private Volume botLikes;

  @Option(
      names = "--influencers",
      paramLabel = "VOLUME",
      converter = VolumeReader.class,
      description = "Of the users. Default: 2.7%%")
  private Volume influencers;

  @Option(
      names = "--followers",
      paramLabel = "VOLUME",
      converter = VolumeReader.class,
      description = "Followers of each influencer, of all users. Default: 10%%..12%%")
  private Volume followers;

  @Option(
      names = "--engaged-influencers",
      paramLabel = "VOLUME",
      converter = VolumeReader.class,
      description =
          "Influencers, of all influencers, whose followers act on every photo. Default:"
              + " 95%%..98%%")
  private Volume engagedInfluencers;

  @Option(
      names = "--liking-followers",
      paramLabel = "VOLUME",
      converter = VolumeReader.class,
      description = "Followers of an engaged influencer that like every photo. Default: 45%%..55%%")
  private Volume likingFollowers;

  @Option(
      names = "--commenting-followers",
      paramLabel = "VOLUME",
      converter = VolumeReader.class,
      description =
          "Followers, drawn independently, that comment on every photo. Default: 20%%..25%%")
  private Volume commentingFollowers;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      converter = MomentReader.FirstOfDay.class,
      description = "When the first user may register, UTC. Default: 2014-01-01")
  private LocalDateTime start;

  @Option(
      names = "--end",
      paramLabel = "TIME",
      converter = MomentReader.LastOfDay.class,
      description = "The last moment, UTC; a date alone means its last second. Default: 2024-12-31")
  private LocalDateTime end;

  @Option(
      names = "--tag-end",
      paramLabel = "TIME",
      converter = MomentReader.LastOfDay.class,
      description =
          "The last moment at which a tag comes up. Default: 2019-12-31, or the end if that is"
              + " outside")
  private LocalDateTime tagEnd;

  @Option(
      names = "--likes-from",
      paramLabel = "WHICH",
      description =
          "A like may be as old as the later or the earlier of its user's registration and its"
              + " photo. Default: later")
  private LikesFrom likesFrom;

  public NetworkOptions seed(long value) {
    this.seed = value;
    return this;
  }

  public NetworkOptions users(int value) {
    this.users = value;
    return this;
  }

  public NetworkOptions photos(int value) {
    this.photos = value;
    return this;
  }

  public NetworkOptions tags(int value) {
    this.tags = value;
    return this;
  }

  public NetworkOptions photoTagDraws(long value) {
    this.photoTagDraws = value;
    return this;
  }

  public NetworkOptions followDraws(long value) {
    this.followDraws = value;
    return this;
  }

  public NetworkOptions likeDraws(long value) {
    this.likeDraws = value;
    return this;
  }

  public NetworkOptions commentDraws(long value) {
    this.commentDraws = value;
    return this;
  }

  public NetworkOptions commentMean(double value) {
    this.commentMean = value;
    return this;
  }

  public NetworkOptions commentDeviation(double value) {
    this.commentDeviation = value;
    return this;
  }

  public NetworkOptions bots(Volume value) {
    this.bots = value;
    return this;
  }

  public NetworkOptions botLikes(Volume value) {
    this.botLikes = value;
    return this;
  }

  public NetworkOptions influencers(Volume value) {
    this.influencers = value;
    return this;
  }

  public NetworkOptions followers(Volume value) {
    this.followers = value;
    return this;
  }

  public NetworkOptions engagedInfluencers(Volume value) {
    this.engagedInfluencers = value;
    return this;
  }

  public NetworkOptions likingFollowers(Volume value) {
    this.likingFollowers = value;
    return this;
  }

  public NetworkOptions commentingFollowers(Volume value) {
    this.commentingFollowers = value;
    return this;
  }

  public NetworkOptions start(LocalDateTime value) {
    this.start = value;
    return this;
  }

  public NetworkOptions end(LocalDateTime value) {
    this.end = value;
    return this;
  }

  public NetworkOptions tagEnd(LocalDateTime value) {
    this.tagEnd = value;
    return this;
  }

  public NetworkOptions likesFrom(LikesFrom value) {
    this.likesFrom = value;
    return this;
  }

  /**
   * Fills in the defaults.
   *
   * @throws IllegalArgumentException if there is no such network; the message says why
   */
  public NetworkParameters parameters() {
    int allUsers = or(users, 5_000);
    int allPhotos =
        or(photos, Math.toIntExact(Math.min(perEach(allUsers, "5"), Integer.MAX_VALUE)));
    var first = or(start, START);
    var last = or(end, END);
    return new NetworkParameters(
        or(seed, 42L),
        allUsers,
        allPhotos,
        or(tags, 250),
        or(photoTagDraws, perEach(allPhotos, "4")),
        or(followDraws, perEach(allUsers, "5")),
        or(likeDraws, perEach(allPhotos, "10")),
        or(commentDraws, perEach(allPhotos, "0.96")),
        or(commentMean, 15.0),
        or(commentDeviation, 15.0),
        or(bots, Volume.of("0.98%")),
        or(botLikes, Volume.of("5%..7%")),
        or(influencers, Volume.of("2.7%")),
        or(followers, Volume.of("10%..12%")),
        or(engagedInfluencers, Volume.of("95%..98%")),
        or(likingFollowers, Volume.of("45%..55%")),
        or(commentingFollowers, Volume.of("20%..25%")),
        first,
        last,
        or(tagEnd, tagEndWithin(first, last)),
        or(likesFrom, LikesFrom.LATER));
  }

  private static <T> T or(T said, T otherwise) {
    return said == null ? otherwise : said;
  }

  private static long perEach(int count, String proportion) {
    return new BigDecimal(proportion)
        .multiply(BigDecimal.valueOf(count))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static LocalDateTime tagEndWithin(LocalDateTime first, LocalDateTime last) {
    return TAG_END.isBefore(first) || TAG_END.isAfter(last) ? last : TAG_END;
  }

  /** Makes a wrong volume a usage error that says what is wrong with it. */
  static final class VolumeReader implements ITypeConverter<Volume> {

    @Override
    public Volume convert(String written) {
      try {
        return Volume.of(written);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
