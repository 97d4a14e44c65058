// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/distribution.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace poa::charter {
namespace {

using Counted = std::vector<std::pair<std::int64_t, std::int64_t>>; ///< value and how often, ascending

/// The least value that at least `percent` of all are not above.
std::int64_t quantile(const Counted& values, std::int64_t of, std::int64_t percent) {
    std::int64_t seen = 0;
    for (const auto& [value, times] : values) {
        seen += times;
        if (seen * 100 >= of * percent) return value;
    }
    return values.back().first;
}

} // namespace

void Occurrences::merge(const Occurrences& other) {
    for (const auto& [value, times] : other.counts_) counts_[value] += times;
}

Distribution Occurrences::distribution(std::int64_t scale) const {
    Distribution made;
    if (counts_.empty()) return made;
    Counted values(counts_.begin(), counts_.end());
    std::ranges::sort(values);
    std::int64_t sum = 0;
    for (const auto& [value, times] : values) {
        made.runs += times;
        sum += value * times;
    }
    const auto at = [&](std::int64_t percent) {
        return static_cast<double>(quantile(values, made.runs, percent)) / static_cast<double>(scale);
    };
    made.least = at(0);
    made.tenth = at(10);
    made.quarter = at(25);
    made.median = at(50);
    made.three_quarters = at(75);
    made.ninetieth = at(90);
    made.most = at(100);
    made.mean = static_cast<double>(sum) / static_cast<double>(made.runs) / static_cast<double>(scale);
    return made;
}

} // namespace poa::charter
