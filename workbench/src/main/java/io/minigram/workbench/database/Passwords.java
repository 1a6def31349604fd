package io.minigram.workbench.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/** One random password a role. */
public final class Passwords {

  private static final int BYTES = 24;

  private final Map<Role, String> byRole;

  private Passwords(Map<Role, String> byRole) {
    this.byRole = byRole;
  }

  public static Passwords random() {
    var random = new SecureRandom();
    var byRole = new EnumMap<Role, String>(Role.class);
    for (var role : Role.values()) {
      var bytes = new byte[BYTES];
      random.nextBytes(bytes);
      byRole.put(role, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
    return new Passwords(byRole);
  }

  /** Reads the file, or makes new passwords and writes them to it, readable by its owner only. */
  public static Passwords keptIn(Path file) throws IOException {
    var properties = new Properties();
    if (Files.exists(file)) {
      try (var in = Files.newBufferedReader(file)) {
        properties.load(in);
      }
      var byRole = new EnumMap<Role, String>(Role.class);
      for (var role : Role.values()) {
        var password = properties.getProperty(role.roleName());
        if (password == null) {
          throw new IOException(file + " has no password for " + role.roleName());
        }
        byRole.put(role, password);
      }
      return new Passwords(byRole);
    }
    var passwords = random();
    passwords.byRole.forEach((role, password) -> properties.put(role.roleName(), password));
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var out = Files.newBufferedWriter(file)) {
      properties.store(out, "Passwords of the database roles of this local run");
    }
    return passwords;
  }

  public String of(Role role) {
    return byRole.get(role);
  }
}
