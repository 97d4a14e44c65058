// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/random.hpp"

#include "base/require.hpp"

#include <boost/random/binomial_distribution.hpp>
#include <boost/random/poisson_distribution.hpp>
#include <boost/random/uniform_01.hpp>
#include <boost/random/uniform_int_distribution.hpp>

namespace poa::charter {
namespace {

// SplitMix64 (Steele, Lea, Flood 2014): passes the usual batteries, and any two seeds give streams of their
// own.
constexpr std::uint64_t golden_gamma = 0x9E3779B97F4A7C15;

std::uint64_t finished(std::uint64_t value) {
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EB;
    return value ^ (value >> 31U);
}

} // namespace

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
    return finished(hash + golden_gamma + finished(value + golden_gamma));
}

Random Random::of(std::uint64_t seed, std::uint64_t run, std::string_view name) {
    std::uint64_t hash = mixed(seed, run);
    for (const char letter : name) hash = mixed(hash, static_cast<unsigned char>(letter));
    return Random(hash);
}

Random::result_type Random::operator()() {
    state_ += golden_gamma;
    return finished(state_);
}

double Random::share() {
    return boost::random::uniform_01<double>()(*this);
}

std::int64_t Random::below(std::int64_t below) {
    require(below >= 1, "a draw has something to draw from");
    return boost::random::uniform_int_distribution<std::int64_t>(0, below - 1)(*this);
}

std::int64_t Random::how_many(std::int64_t of, double chance) {
    if (of <= 0 || chance <= 0) return 0;
    if (chance >= 1) return of;
    return boost::random::binomial_distribution<std::int64_t, double>(of, chance)(*this);
}

std::int64_t Random::arrivals(double mean) {
    return mean <= 0 ? 0 : boost::random::poisson_distribution<std::int64_t, double>(mean)(*this);
}

} // namespace poa::charter
