package org.cresset.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** When the meeting was held, who led it and which roles were there. */
public record Postmortem(LocalDate heldOn, Optional<String> moderator, List<String> present) {}
