package io.minigram.workbench.network;

/**
 * When everybody registered, and who posted what when: what the other tables refer to. Users and
 * photos are indexes (an id less one), moments are seconds of the timeline.
 */
record Population(int[] registered, int[] owner, int[] posted) {

  static Population draw(NetworkParameters parameters, Timeline timeline, Streams streams) {
    var registered = new int[parameters.users()];
    var userTimes = streams.of("users");
    for (int user = 0; user < registered.length; user++) {
      registered[user] = timeline.from(0, userTimes);
    }
    var owner = new int[parameters.photos()];
    var posted = new int[parameters.photos()];
    var photos = streams.of("photos");
    for (int photo = 0; photo < owner.length; photo++) {
      owner[photo] = photos.nextInt(registered.length);
      posted[photo] = timeline.from(registered[owner[photo]], photos);
    }
    return new Population(registered, owner, posted);
  }

  int users() {
    return registered.length;
  }

  int photos() {
    return owner.length;
  }

  int[] photosOfEach() {
    var photos = new int[users()];
    for (int user : owner) {
      photos[user]++;
    }
    return photos;
  }
}
