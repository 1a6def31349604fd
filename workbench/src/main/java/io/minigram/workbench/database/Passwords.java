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

/** One random password a role, and one for the owner of the database. */
public final class Passwords {

  private static final int BYTES = 24;

  private static final String OWNER = "owner";

  private final Map<Role, String> byRole;
  private final String owner;

  private Passwords(Map<Role, String> byRole, String owner) {
    this.byRole = byRole;
    this.owner = owner;
  }

  public static Passwords random() {
    var random = new SecureRandom();
    var byRole = new EnumMap<Role, String>(Role.class);
    for (var role : Role.values()) {
      byRole.put(role, password(random));
    }
    return new Passwords(byRole, password(random));
  }

  /** Reads the file, or makes new passwords and writes them to it, readable by its owner only. */
  public static Passwords keptIn(Path file) throws IOException {
    return Files.exists(file) ? read(file) : random().writeTo(file);
  }

  public String of(Role role) {
    return byRole.get(role);
  }

  public String owner() {
    return owner;
  }

  private static String password(SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Passwords read(Path file) throws IOException {
    var properties = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    var byRole = new EnumMap<Role, String>(Role.class);
    for (var role : Role.values()) {
      byRole.put(role, demand(properties, role.roleName(), file));
    }
    return new Passwords(byRole, demand(properties, OWNER, file));
  }

  private static String demand(Properties properties, String name, Path file) throws IOException {
    var password = properties.getProperty(name);
    if (password == null) {
      throw new IOException(file + " has no password for " + name);
    }
    return password;
  }

  private Passwords writeTo(Path file) throws IOException {
    var properties = new Properties();
    byRole.forEach((role, password) -> properties.put(role.roleName(), password));
    properties.put(OWNER, owner);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var out = Files.newBufferedWriter(file)) {
      properties.store(out, "Passwords of the database roles of this local run");
    }
    return this;
  }
}
