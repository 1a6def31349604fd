package io.minigram.workbench.up;

import io.minigram.workbench.terminal.CommandFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** What a local run keeps: one run at a time has it. */
final class DataFolder implements AutoCloseable {

  private final Path folder;
  private final FileChannel lockFile;
  private final FileLock lock;

  private DataFolder(Path folder, FileChannel lockFile, FileLock lock) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /**
   * Makes the folder if it is missing, and takes it.
   *
   * @throws CommandFailure if another run has it
   */
  static DataFolder take(Path folder) throws IOException {
    Files.createDirectories(folder);
    // passwords and a database lie in it
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    var file = folder.resolve("up.lock");
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      var lock = channel.tryLock();
      if (lock != null) {
        channel.truncate(0);
        channel.write(
            ByteBuffer.wrap(
                Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return new DataFolder(folder.toAbsolutePath().normalize(), channel, lock);
      }
    } catch (OverlappingFileLockException e) {
      // the same as a lock of another process
    }
    channel.close();
    throw new CommandFailure(
        "MiniGram is running on %s already (process %s). Stop it, or choose another folder with --data."
            .formatted(folder, Files.readString(file).strip()));
  }

  Path path() {
    return folder;
  }

  Path postgres() {
    return folder.resolve("postgres");
  }

  Path passwords() {
    return folder.resolve("database-passwords.properties");
  }

  /** Where the generated network is written before it is loaded. */
  Path network() {
    return folder.resolve("network");
  }

  /** What the generated network is, in words; it stays when the network has been loaded. */
  Path origin() {
    return folder.resolve("origin.txt");
  }

  Path log(String name) throws IOException {
    return Files.createDirectories(folder.resolve("logs")).resolve(name + ".log");
  }

  @Override
  public void close() throws IOException {
    lock.release();
    lockFile.close();
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
