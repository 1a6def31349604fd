package io.minigram.workbench.load;

/** The files that can be loaded, in the order in which they refer to each other. */
enum SourceFile {
  USERS("users.csv", "users"),
  PHOTOS("photos.csv", "photos"),
  TAGS("tags.csv", "tags"),
  PHOTO_TAGS("photo_tags.csv", "photo-tags"),
  FOLLOWS("follows.csv", "follows"),
  LIKES("likes.csv", "likes"),
  COMMENTS("comments.csv", "comments");

  private final String fileName;
  private final String resource;

  SourceFile(String fileName, String resource) {
    this.fileName = fileName;
    this.resource = resource;
  }

  String fileName() {
    return fileName;
  }

  /** The path below ingest-service's address. */
  String path() {
    return "/imports/" + resource;
  }
}
