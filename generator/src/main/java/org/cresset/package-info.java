/**
 * From Git to signed sites, in the order of the rooms:
 *
 * <p>{@code source} (files and history) → {@code document} (records, the register) → {@code check}
 * → {@code gate} (the wall) → {@code edition} → {@code page}, {@code feed}, {@code search} → {@code
 * seal} (OpenPGP) → {@code release} (stage, verify, switch, history). Under all: {@code problem},
 * {@code marking}, {@code model}, {@code text}, {@code git}, {@code json}. Over all: {@code
 * Pipeline}, {@code cli}, {@code preview}.
 */
@NullMarked
package org.cresset;

import org.jspecify.annotations.NullMarked;
