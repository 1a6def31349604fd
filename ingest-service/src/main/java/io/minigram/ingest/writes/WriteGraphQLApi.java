package io.minigram.ingest.writes;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.edge.identity.Caller;
import io.minigram.edge.identity.Roles;
import io.minigram.ingest.requests.IdempotencyKey;
import io.minigram.ingest.requests.Request;
import io.minigram.ingest.rows.ChangeType;
import io.minigram.ingest.rows.Column;
import io.minigram.ingest.rows.GivenRow;
import io.minigram.ingest.rows.RowException;
import io.minigram.ingest.rows.RowLimits;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** Single writes, as a front end makes them. */
@GraphQLApi
@RolesAllowed(Roles.INGESTOR)
public class WriteGraphQLApi {

  private static final String ID = "Its id; without one, the next free one.";
  private static final String WHEN = "When it happened; now, if left out.";
  private static final String KEY =
      "Makes the call repeatable: sent again with the same key, it counts once and gets the same"
          + " answer. The header Idempotency-Key does the same for a whole request.";

  /** Clocks and time zones differ; a whole day more is a mistake. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private static final String WRITES_OF_REQUEST = "minigram.writes";

  private final WriteConfig config;
  private final WriteQueue queue;
  private final SecurityIdentity identity;
  private final CurrentVertxRequest request;
  private final Clock clock;

  WriteGraphQLApi(
      WriteConfig config,
      WriteQueue queue,
      SecurityIdentity identity,
      CurrentVertxRequest request,
      Clock clock) {
    this.config = config;
    this.queue = queue;
    this.identity = identity;
    this.request = request;
    this.clock = clock;
  }

  @Mutation
  @NonNull
  @Description("Somebody joins.")
  public Uni<WriteResult> registerUser(
      @NonNull @Name("username") @Description("The name; several may have the same.")
          String username,
      @Id @Name("id") @Description(ID) String id,
      @Name("createdAt") @Description(WHEN) OffsetDateTime createdAt,
      @Name("idempotencyKey") @Description(KEY) String key) {
    return new Form(ChangeType.REGISTER_USER, key)
        .with(Column.USERNAME, username)
        .withId(id)
        .at(createdAt)
        .submit();
  }

  @Mutation
  @NonNull
  @Description("Somebody posts a photo, with tags if there are any.")
  public Uni<WriteResult> postPhoto(
      @Id @NonNull @Name("userId") @Description("Whose photo it is.") String userId,
      @NonNull @Name("imageUrl") @Description("Where the picture is.") String imageUrl,
      @DefaultValue("[]")
          @Name("tags")
          @Description(
              "Names of its tags. One that is new is created; of several with the same"
                  + " name the one with the lowest id is taken.")
          List<@NonNull String> tags,
      @Id @Name("id") @Description(ID) String id,
      @Name("createdAt") @Description(WHEN) OffsetDateTime createdAt,
      @Name("idempotencyKey") @Description(KEY) String key) {
    return new Form(ChangeType.POST_PHOTO, key)
        .with(Column.USER_ID, userId)
        .with(Column.IMAGE_URL, imageUrl)
        .withId(id)
        .at(createdAt)
        .tagged(tags)
        .submit();
  }

  @Mutation
  @NonNull
  @Description("Somebody likes a photo. Liking it again changes nothing.")
  public Uni<WriteResult> like(
      @Id @NonNull @Name("photoId") @Description("The photo.") String photoId,
      @Id @NonNull @Name("userId") @Description("Who likes it.") String userId,
      @Name("createdAt") @Description(WHEN) OffsetDateTime createdAt,
      @Name("idempotencyKey") @Description(KEY) String key) {
    return new Form(ChangeType.LIKE, key)
        .with(Column.PHOTO_ID, photoId)
        .with(Column.USER_ID, userId)
        .at(createdAt)
        .submit();
  }

  @Mutation
  @NonNull
  @Description("Somebody takes a like back.")
  public Uni<WriteResult> unlike(
      @Id @NonNull @Name("photoId") @Description("The photo.") String photoId,
      @Id @NonNull @Name("userId") @Description("Who liked it.") String userId,
      @Name("idempotencyKey") @Description(KEY) String key) {
    return new Form(ChangeType.UNLIKE, key)
        .with(Column.PHOTO_ID, photoId)
        .with(Column.USER_ID, userId)
        .submit();
  }

  @Mutation
  @NonNull
  @Description("Somebody comments on a photo.")
  public Uni<WriteResult> addComment(
      @Id @NonNull @Name("photoId") @Description("The photo.") String photoId,
      @Id @NonNull @Name("userId") @Description("Who comments.") String userId,
      @NonNull @Name("text") @Description("What is said.") String text,
      @Id @Name("id") @Description("The comment's id on its photo; without one, the next free one.")
          String id,
      @Name("createdAt") @Description(WHEN) OffsetDateTime createdAt,
      @Name("idempotencyKey") @Description(KEY) String key) {
    return new Form(ChangeType.ADD_COMMENT, key)
        .with(Column.PHOTO_ID, photoId)
        .with(Column.USER_ID, userId)
        .with(Column.COMMENT_TEXT, text)
        .withId(id)
        .at(createdAt)
        .submit();
  }

  @Mutation
  @NonNull
  @Description("A comment goes.")
  public Uni<WriteResult> removeComment(
      @Id @NonNull @Name("commentId") @Description("The comment, as photo:comment.") String id,
      @Name("idempotencyKey") @Description(KEY) String key) {
    var parts = id.split(":", -1);
    if (parts.length != 2) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT, "A comment's id is photo:comment, such as 12:345");
    }
    return new Form(ChangeType.REMOVE_COMMENT, key)
        .with(Column.PHOTO_ID, parts[0])
        .with(Column.ID, parts[1])
        .submit();
  }

  @Mutation
  @NonNull
  @Description("Somebody follows somebody else.")
  public Uni<WriteResult> follow(
      @Id @NonNull @Name("followerId") @Description("Who follows.") String followerId,
      @Id @NonNull @Name("followeeId") @Description("Who is followed.") String followeeId,
      @Name("createdAt") @Description(WHEN) OffsetDateTime createdAt,
      @Name("idempotencyKey") @Description(KEY) String key) {
    return new Form(ChangeType.FOLLOW, key)
        .with(Column.FOLLOWER_ID, followerId)
        .with(Column.FOLLOWEE_ID, followeeId)
        .at(createdAt)
        .submit();
  }

  @Mutation
  @NonNull
  @Description("Somebody does not follow somebody any more.")
  public Uni<WriteResult> unfollow(
      @Id @NonNull @Name("followerId") @Description("Who followed.") String followerId,
      @Id @NonNull @Name("followeeId") @Description("Who was followed.") String followeeId,
      @Name("idempotencyKey") @Description(KEY) String key) {
    return new Form(ChangeType.UNFOLLOW, key)
        .with(Column.FOLLOWER_ID, followerId)
        .with(Column.FOLLOWEE_ID, followeeId)
        .submit();
  }

  @Mutation
  @NonNull
  @Description(
      """
      A photo goes, for good, and all likes, comments and tags with it: nothing can be added to it \
      once this is answered, and what is there is swept away soon after. `removal` tells how far \
      that is.\
      """)
  public Uni<WriteResult> removePhoto(
      @Id @NonNull @Name("id") @Description("The photo.") String id,
      @Name("idempotencyKey") @Description(KEY) String key) {
    return new Form(ChangeType.REMOVE_PHOTO, key).with(Column.ID, id).submit();
  }

  @Mutation
  @NonNull
  @RolesAllowed(Roles.ADMIN)
  @Description(
      """
      An account goes, for good, with its name, photos, likes, comments and follows, and with what \
      others did to its photos: nothing can be added to it once this is answered, and what is there \
      is swept away soon after. `removal` tells how far that is.\
      """)
  public Uni<WriteResult> eraseAccount(
      @Id @NonNull @Name("id") @Description("The account's user id.") String id,
      @Name("idempotencyKey") @Description(KEY) String key) {
    return new Form(ChangeType.ERASE_ACCOUNT, key).with(Column.ID, id).submit();
  }

  /** A write while its arguments are put together. */
  private final class Form {

    private final ChangeType type;
    private final Optional<String> key;
    private final GivenRow row;
    // as they were given: what is added to them differs from call to call
    private final JsonArray given = new JsonArray();
    private List<String> tags = List.of();

    Form(ChangeType type, String key) {
      this.type = type;
      this.key = IdempotencyKey.of(key).or(this::keyOfRequest);
      this.row =
          new GivenRow(
              type,
              new RowLimits(
                  config.maxTextLength(), Integer.MAX_VALUE, clock.instant().plus(AHEAD)));
    }

    /** A request can hold several writes; each has its number in it. */
    private Optional<String> keyOfRequest() {
      var current = request.getCurrent();
      if (current == null) {
        return Optional.empty();
      }
      int number = current.<Integer>get(WRITES_OF_REQUEST, 0) + 1;
      current.put(WRITES_OF_REQUEST, number);
      return IdempotencyKey.of(current.request().getHeader(IdempotencyKey.HEADER))
          // no key that is given has a blank
          .map(header -> header + " " + number);
    }

    Form with(Column column, String value) {
      given.add(value);
      try {
        row.with(column, value);
        return this;
      } catch (RowException e) {
        throw bad(e);
      }
    }

    Form withId(String id) {
      if (id == null) {
        given.addNull();
        return this;
      }
      return with(Column.ID, id);
    }

    Form at(OffsetDateTime time) {
      given.add(time == null ? null : time.toInstant().toString());
      try {
        row.with(Column.CREATED_AT, time == null ? clock.instant() : time.toInstant());
        return this;
      } catch (RowException e) {
        throw bad(e);
      }
    }

    Form tagged(List<String> names) {
      if (names.size() > config.mostTags()) {
        throw RequestException.of(
            ErrorCode.BAD_ARGUMENT,
            "A photo is posted with %d tags at most".formatted(config.mostTags()));
      }
      given.add(new JsonArray(names));
      tags = names.stream().distinct().map(this::checkedTag).toList();
      return this;
    }

    private String checkedTag(String name) {
      try {
        var tag = new GivenRow(ChangeType.CREATE_TAG, row.limits()).with(Column.TAG_NAME, name);
        return tag.text(Column.TAG_NAME);
      } catch (RowException e) {
        throw bad(e);
      }
    }

    Uni<WriteResult> submit() {
      var named =
          key.map(name -> new Request(Caller.subject(identity), type.name(), name, fingerprint()));
      var context = Vertx.currentContext();
      return Uni.createFrom()
          .completionStage(queue.submit(new Write(row, tags, named)))
          // the thread that commits has better to do than to answer
          .emitOn(answer -> context.runOnContext(ignored -> answer.run()));
    }

    private byte[] fingerprint() {
      try {
        return MessageDigest.getInstance("SHA-256")
            .digest(given.encode().getBytes(StandardCharsets.UTF_8));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java platform has SHA-256", e);
      }
    }

    private static RequestException bad(RowException refused) {
      return RequestException.of(ErrorCode.BAD_ARGUMENT, refused.getMessage());
    }
  }
}
