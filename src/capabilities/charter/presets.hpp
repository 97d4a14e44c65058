// SPDX-License-Identifier: Apache-2.0
#pragma once
// The charters shipped with the program (charters/*.yaml): the agreed mechanism and what each paper proposed.

#include "capabilities/charter/assembling.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace poa::charter {

inline constexpr std::string_view agreed_charter = "agreed-2025";

class Presets {
  public:
    /// Those of the program; read once. That they read and assemble without problems is our own duty
    /// (require).
    [[nodiscard]] static const Presets& shipped();

    /// The agreed one first, then by id.
    [[nodiscard]] std::span<const Charter> all() const { return charters_; }
    [[nodiscard]] const Charter* find(std::string_view id) const; ///< null where there is none
    [[nodiscard]] const Charter& agreed() const { return charters_.front(); }
    /// A file read on its own, based on a shipped charter, on one of `others`, or on none. Refuses as
    /// assemble.
    [[nodiscard]] Result<Charter> assemble(const CharterFile& file,
                                           std::span<const CharterFile> others = {}) const;

  private:
    std::vector<CharterFile> files_;
    std::vector<Charter> charters_;
};

} // namespace poa::charter
