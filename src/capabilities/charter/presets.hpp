// SPDX-License-Identifier: Apache-2.0
#pragma once
// The charters shipped with the program (charters/*.yaml): the agreed mechanism and what each paper proposed.

#include "capabilities/charter/assembling.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::charter {

inline constexpr std::string_view agreed_charter = "agreed-2025";

/// Each file is read when it is first asked for, and kept. Any thread.
class Presets {
  public:
    /// Those of the program. That they read and assemble without problems is our own duty (require).
    [[nodiscard]] static const Presets& shipped();

    /// Ids: the agreed one first, then by name.
    [[nodiscard]] const std::vector<std::string>& ids() const { return ids_; }
    /// All of them, in that order.
    [[nodiscard]] std::vector<const Charter*> all() const;
    [[nodiscard]] const Charter* find(std::string_view id) const; ///< null where there is none
    [[nodiscard]] const Charter& agreed() const { return *find(agreed_charter); }
    /// A file read on its own, based on one of `others`, on a shipped charter, or on none. Refuses as
    /// assemble.
    [[nodiscard]] Result<Charter> assemble(const CharterFile& file,
                                           std::span<const CharterFile> others = {}) const;

    Presets(const Presets&) = delete;
    Presets& operator=(const Presets&) = delete;

  private:
    struct Kept;
    Presets();
    ~Presets();
    [[nodiscard]] Kept* kept(std::string_view id) const;
    [[nodiscard]] const CharterFile* file(std::string_view id) const;

    std::vector<std::string> ids_;
    std::vector<std::unique_ptr<Kept>> kept_; ///< in the order of ids_
};

} // namespace poa::charter
