// SPDX-License-Identifier: Apache-2.0
#pragma once
// The file of the ledger's signing key: one line, the key as signed notes write it, readable by its owner
// alone. Its name is the ledger's origin. Beside it stands the rollback guard (ledger/guard.hpp).

#include "capabilities/ledger/note.hpp"

#include <filesystem>
#include <string>

namespace poa::ledger {

/// "localhost/poa/" and the first 12 hexadecimal digits of the SHA-256 of the public key: for a ledger that
/// has no public address yet. A public one is better named after its address without scheme:
/// "poa.example.org/ledger".
[[nodiscard]] std::string default_origin(const VerifierKey& key);

/// Makes a new key and writes it durably with mode 0600; `origin` empty: default_origin. Throws
/// MachineFailure where the file exists already (a key is never overwritten) or cannot be written, or the
/// origin is no key name.
SigningKey make_key_file(const std::filesystem::path& file, std::string origin = {});

/// Throws MachineFailure with a sentence for the operator: missing, not a key, readable by others.
[[nodiscard]] SigningKey load_key_file(const std::filesystem::path& file);

/// "ledger.key" -> "ledger.key.guard".
[[nodiscard]] std::filesystem::path guard_file_of(const std::filesystem::path& key_file);

} // namespace poa::ledger
