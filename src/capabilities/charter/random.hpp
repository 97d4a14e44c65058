// SPDX-License-Identifier: Apache-2.0
#pragma once
// Random draws that are the same on every machine and for any number of threads: every stream begins from
// (seed, run, name) alone, and the distributions are Boost's, whose results, unlike those of the standard
// library, do not depend on who made the compiler.

#include <cstdint>
#include <string_view>

namespace poa::charter {

class Random {
  public:
    using result_type = std::uint64_t;
    explicit Random(std::uint64_t seed) : state_(seed) {}
    /// A stream of its own for a name in a run: no other stream's draws change when this one draws more.
    [[nodiscard]] static Random of(std::uint64_t seed, std::uint64_t run, std::string_view name);

    [[nodiscard]] static constexpr result_type min() { return 0; }
    [[nodiscard]] static constexpr result_type max() { return ~result_type{0}; }
    result_type operator()();

    /// A stream that begins from one draw of this one.
    [[nodiscard]] Random branch() { return Random((*this)()); }
    /// From 0 to 1, without 1.
    double share();
    bool happens(double chance) { return share() < chance; }
    /// From 0 to `below` - 1. Needs: below of at least 1.
    std::int64_t below(std::int64_t below);
    /// How many of `of` happen, each with `chance`.
    std::int64_t how_many(std::int64_t of, double chance);
    /// A number of things that come on average `mean` times.
    std::int64_t arrivals(double mean);

  private:
    std::uint64_t state_;
};

/// Mixes a number into a hash; for seeds and digests.
[[nodiscard]] std::uint64_t mixed(std::uint64_t hash, std::uint64_t value);

} // namespace poa::charter
