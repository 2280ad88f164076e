package org.cresset.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cresset.model.DocumentId;
import org.cresset.model.Severity;

/**
 * A public advisory that touches software which a member has registered.
 *
 * @param url where it stands on the public site
 * @param current when its newest version was released
 * @param certain whether any of the matches is; otherwise it only may be touched
 * @param reasons why it matches, one for each piece of software
 */
public record Affected(
    DocumentId id,
    String title,
    String action,
    Optional<Severity> severity,
    Instant current,
    String url,
    boolean certain,
    List<String> reasons) {}
