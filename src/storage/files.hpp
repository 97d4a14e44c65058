// SPDX-License-Identifier: Apache-2.0
#pragma once
// Large files beside the database, named by the SHA-256 of their content: DIR/ab/cdef... Written durably
// (temporary file, fsync, rename, fsync of the folder), checked on read.

#include "base/bytes.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::storage {

class FileStore {
  public:
    /// Makes `folder` when it is missing. Throws MachineFailure when it cannot be made or written.
    explicit FileStore(std::filesystem::path folder);

    /// Keeps `content`; doing it twice is the same as once. Durable when it returns. Throws MachineFailure
    /// (disk full, read-only) and leaves nothing half-written under the final name.
    Sha256 put(Bytes content);
    [[nodiscard]] bool has(const Sha256& digest) const;
    /// The content, or nothing where the file is missing. Throws MachineFailure, naming the file, when its
    /// content has another digest.
    [[nodiscard]] std::optional<std::string> get(const Sha256& digest) const;
    /// Where the file is, for sending it without reading it into memory; nothing where it is missing.
    [[nodiscard]] std::optional<std::filesystem::path> path(const Sha256& digest) const;
    /// All digests kept, in order.
    [[nodiscard]] std::vector<Sha256> all() const;

  private:
    std::filesystem::path folder_;
};

} // namespace poa::storage
