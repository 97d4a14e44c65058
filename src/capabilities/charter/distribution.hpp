// SPDX-License-Identifier: Apache-2.0
#pragma once
// How often each value of a figure occurred. Exact, and the same in whatever order values come and parts are
// merged, because nothing but whole numbers is added.

#include "capabilities/charter/simulating.hpp"

#include <cstdint>
#include <unordered_map>

namespace poa::charter {

class Occurrences {
  public:
    void add(std::int64_t value) { ++counts_[value]; }
    void merge(const Occurrences& other);
    /// Values divided by `scale`.
    [[nodiscard]] Distribution distribution(std::int64_t scale) const;

  private:
    std::unordered_map<std::int64_t, std::int64_t> counts_;
};

} // namespace poa::charter
