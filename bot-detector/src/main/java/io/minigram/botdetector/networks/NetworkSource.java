package io.minigram.botdetector.networks;

import java.io.IOException;

/** Where tables are read. All of them are of one moment. */
public interface NetworkSource {

  Rows open(Table table) throws IOException;
}
