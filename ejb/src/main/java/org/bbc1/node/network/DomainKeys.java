package org.bbc1.node.network;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bbc1.crypto.KeyPair;
import org.bbc1.crypto.PublicKey;
import org.bbc1.id.DomainId;
import org.bbc1.message.AdminSignature;
import org.bbc1.node.config.ConfigurationException;
import org.bbc1.node.config.DomainKeySettings;
import org.bbc1.node.config.PrivateKeyFile;
import org.bbc1.node.domain.Domain;
import org.bbc1.node.domain.DomainListener;
import org.bbc1.node.domain.DomainSetupException;

/**
 * The keys with which the nodes of a domain prove to each other that they belong to it: a file
 * {@code <domain>.pem} for each domain, the same on all its nodes (spec configuration-and-tools 4).
 * If they are in use, a domain without a usable key does not start. Thread-safe; reading blocks for
 * the file.
 */
public final class DomainKeys implements DomainListener {

  private static final Logger LOG = System.getLogger("bbc_network");

  /** Enough for any sane rotation within the time that old keys stay valid. */
  private static final int MAX_OLDER_KEYS = 8;

  private final DomainKeySettings settings;
  private final InstantSource clock;
  private final Map<DomainId, Ring> rings = new ConcurrentHashMap<>();

  /** The newest key and those it took the place of, each with the end of its validity. */
  private record Ring(PublicKey newest, List<Older> older) {}

  private record Older(PublicKey key, Instant validUntil) {}

  public DomainKeys(DomainKeySettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void opening(Domain domain) {
    if (!settings.use()) {
      return;
    }
    try {
      rings.put(domain.id(), new Ring(read(domain.id()), List.of()));
    } catch (ConfigurationException e) {
      throw new DomainSetupException("The domain key cannot be used", e);
    }
  }

  @Override
  public void closed(DomainId domain) {
    rings.remove(domain);
  }

  private PublicKey read(DomainId domain) {
    Path file = settings.directory().resolve(domain.toHex() + ".pem");
    try (KeyPair keys = PrivateKeyFile.read(file, "it must be the same on all nodes")) {
      return keys.publicPart();
    }
  }

  /**
   * Reads the key of a running domain again; the older ones stay valid for {@code
   * domain_key.obsolete_timeout}. A file that cannot be used changes nothing.
   *
   * @return whether there is a new key
   */
  public boolean reload(DomainId domain) {
    if (!rings.containsKey(domain)) {
      return false;
    }
    PublicKey key;
    try {
      key = read(domain);
    } catch (ConfigurationException e) {
      LOG.log(Level.ERROR, "the domain key stays as it is: {0}", e.getMessage());
      return false;
    }
    Ring before = rings.get(domain);
    Ring after = rings.computeIfPresent(domain, (id, ring) -> renewed(ring, key));
    boolean changed = after != null && !after.equals(before);
    if (changed) {
      LOG.log(Level.INFO, "domain {0} has a new domain key", domain);
    }
    return changed;
  }

  private Ring renewed(Ring ring, PublicKey key) {
    if (ring.newest().equals(key)) {
      return ring;
    }
    Instant now = clock.instant();
    List<Older> older = new ArrayList<>();
    older.add(new Older(ring.newest(), now.plus(settings.obsoleteTimeout())));
    ring.older().stream()
        .filter(old -> old.validUntil().isAfter(now))
        .limit(MAX_OLDER_KEYS - 1L)
        .forEach(older::add);
    return new Ring(key, List.copyOf(older));
  }

  /** Whether a document of another node carries a good signature of a key that is valid now. */
  public boolean verifies(DomainId domain, byte[] document, byte[] signature) {
    Ring ring = rings.get(domain);
    if (ring == null) {
      return false;
    }
    Instant now = clock.instant();
    return AdminSignature.verify(document, signature, ring.newest())
        || ring.older().stream()
            .filter(old -> old.validUntil().isAfter(now))
            .anyMatch(old -> AdminSignature.verify(document, signature, old.key()));
  }
}
